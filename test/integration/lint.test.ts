import fs from 'node:fs';
import path from 'node:path';
import {
  lint,
  LintFinding,
  LintInput,
  PipelineValues,
  RULES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { parse } from 'yaml';
import { chartCases } from './charts/cases';
import { Renderer } from './charts/renderer';

const charts = path.resolve(__dirname, '../../charts');
const rules = path.resolve(
  __dirname,
  '../../plugins/data-pipelines-common/src/lint/rules',
);
const renderer = new Renderer('helm4');

const job = (values: object) => ({ flink: { jobs: { sessionize: values } } });
const objects = (kind: string, override: object) =>
  job({ objects: { [kind]: { override } } });
const container = (values: object) =>
  job({
    override: {
      spec: {
        podTemplate: {
          spec: { containers: [{ name: 'flink-main-container', ...values }] },
        },
      },
    },
  });

/** What no schema refuses: what people write into an override, or into open settings. */
const OVERRIDES: Array<[rule: string, values: object]> = [
  [
    'container-privileged',
    container({ securityContext: { privileged: true } }),
  ],
  ['container-capabilities', container({})],
  [
    'duplicate-names',
    container({ env: [{ name: 'A' }, { name: 'A', value: 'b' }] }),
  ],
  [
    'image-latest',
    job({ override: { spec: { image: 'registry.example.com/a:latest' } } }),
  ],
  [
    'kafka-acl-missing',
    objects('kafkaUser', { spec: { authorization: { acls: [] } } }),
  ],
  [
    'kafka-acl-wide',
    objects('kafkaUser', {
      spec: {
        authorization: {
          acls: [
            { resource: { type: 'topic', name: '*' }, operations: ['All'] },
          ],
        },
      },
    }),
  ],
  [
    'kafka-topic-min-insync',
    {
      kafka: {
        topics: {
          clicks: {
            override: { spec: { config: { 'min.insync.replicas': 3 } } },
          },
        },
      },
    },
  ],
  ['name-length', job({ override: { metadata: { name: 'a'.repeat(46) } } })],
  [
    'network-policy-dns',
    objects('networkPolicy', { spec: { egress: [{ ports: [{ port: 1 }] }] } }),
  ],
  [
    'network-policy-kafka',
    objects('networkPolicy', { spec: { egress: [{ ports: [{ port: 1 }] }] } }),
  ],
  [
    'network-policy-open',
    objects('networkPolicy', { spec: { ingress: [{}] } }),
  ],
  [
    'pipeline-labels',
    job({
      override: { metadata: { labels: { 'headworks.dev/pipeline': null } } },
    }),
  ],
  [
    'pod-host-path',
    job({
      override: {
        spec: {
          taskManager: {
            podTemplate: {
              spec: { volumes: [{ name: 'a', hostPath: { path: '/' } }] },
            },
          },
        },
      },
    }),
  ],
  ['role-wildcard', objects('role', { rules: [{ verbs: ['*'] }] })],
  ['secret-in-plain-text', job({ env: { DB_PASSWORD: 'not-a-real-one' } })],
  ['secret-in-plain-text', job({ args: ['--url=http://me:no-real@db'] })],
];

/** What `headworks check` would look at of one of the values files in a chart's `ci`. */
async function rendered(name: string, extra = {}): Promise<LintInput> {
  const [chart, file] = name.split('/');
  const text = fs.readFileSync(
    path.join(charts, chart, 'ci', `${file}-values.yaml`),
    'utf8',
  );
  const rendering = await renderer.case(name, extra);
  return { objects: rendering, values: parse(text) as PipelineValues };
}

describe('lint of what our charts render', () => {
  beforeAll(() => renderer.start());
  afterAll(() => renderer.stop());

  it.each(chartCases().map(({ name }) => name))(
    'finds no error in %s',
    async name => {
      const found = lint(await rendered(name));
      const errors = found.filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
      for (const { problem } of found) {
        expect(problem).not.toContain('cannot read');
      }
    },
  );

  it.each(OVERRIDES)('finds %s in an override', async (rule, values) => {
    const found = lint(await rendered('flink/operator-prod', values));
    const finding = found.find(it => it.rule === rule);
    expect(finding).toBeDefined();
    expect(finding?.value).toMatch(/^values\./);
    expect(JSON.stringify(found)).not.toMatch(/real/);
  });

  it('takes less than 150 ms for the biggest release', async () => {
    const input = await rendered('umbrella/everything-prod');
    expect(input.objects.length).toBeGreaterThan(50);
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      lint({ ...input, profile: 'regulated' });
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

/** Whether one of the charts' schemas knows a value such as `values.flink.jobs.sum.jar`. */
function isKnownValue(value: string): boolean {
  const [, chart, ...steps] = value.split('.');
  const schema = schemaOf(chart === 'global' ? 'umbrella' : chart);
  let at = chart === 'global' ? schema.properties?.global : schema;
  for (const step of steps) {
    if (at?.$ref) at = schema.$defs?.[at.$ref.replace('#/$defs/', '')];
    if (!at) return false;
    const { properties = {}, additionalProperties = true }: Schema = at;
    // Below `config`, `override` and the like everything is allowed.
    if (!properties[step] && additionalProperties === true) return true;
    at = properties[step] ?? (additionalProperties || undefined);
  }
  return at !== undefined;
}

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
}

function schemaOf(chart: string): Schema {
  const file = path.join(charts, chart, 'values.schema.json');
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

describe('lint', () => {
  it('names values that the charts know', () => {
    const values = RULES.flatMap(({ id }) =>
      (
        parse(
          fs.readFileSync(path.join(rules, id, 'findings.yaml'), 'utf8'),
        ) as LintFinding[]
      ).flatMap(({ value }) => value ?? []),
    );
    expect(values.length).toBeGreaterThan(60);
    expect(values.filter(value => !isKnownValue(value))).toEqual([]);
    expect(isKnownValue('values.flink.jobs.sum.jarr')).toBe(false);
  });

  it("knows the Kafka versions of the platform's operator", () => {
    const operators = parse(
      fs.readFileSync(
        path.join(charts, 'platform/files/operators.yaml'),
        'utf8',
      ),
    ) as { strimzi: { engine: { versions: string[] } } };
    const kafka = (version: string) => ({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'Kafka',
      metadata: { name: version },
      spec: { kafka: { version } },
    });
    const known = operators.strimzi.engine.versions;
    const refused = lint({
      objects: [...known, '3.9.0'].map(kafka),
      values: {},
    }).filter(({ rule }) => rule === 'kafka-version');
    expect(refused.map(({ object }) => object?.name)).toEqual(['3.9.0']);
  });
});
