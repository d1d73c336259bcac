import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  PipelineSpec,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { Binaries, ensureBinaries } from '../cluster/binaries';
import { Cluster } from '../cluster/cluster';
import { ensureCrds } from '../cluster/crds';
import { Discovery } from '../cluster/discovery';
import { startPreparedCluster } from '../cluster/preparedCluster';
import { chartCases } from './charts/cases';
import { Outcome, PackedCli, packCli } from './packedCli';

const SAMPLES = path.resolve(__dirname, '../playground/samples');
/** One of each mode of each engine. */
const ROUND_TRIPS = [
  'kafka/confluent-prod',
  'kafka/statefulset-prod',
  'flink/operator-session',
  'flink/standalone-prod',
  'spark/apache-prod',
  'spark/kubeflow-connect-history',
  'spark/submit-prod',
  'umbrella/everything-prod',
];
const NAMESPACES = ['pipelines', 'kafka'];

/** The packed command against a real API server with the operators' real definitions. */
describe('headworks, with a cluster', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-cli-'));
  let binaries: Binaries;
  let cluster: Cluster;
  let cli: PackedCli;
  let definitions: string[];

  beforeAll(async () => {
    binaries = await ensureBinaries(() => {});
    cli = await packCli(home, binaries.helm4);
    definitions = await ensureCrds(() => {});
    cluster = await startPreparedCluster(definitions, {
      dataDirectory: path.join(home, 'cluster'),
      binaries,
      log: () => {},
    });
    for (const name of NAMESPACES) {
      await cluster.client.create('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
  }, 900_000);

  afterAll(async () => {
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Outcome> =>
    cli.run(args, { env: { KUBECONFIG: cluster.adminKubeconfig } });

  /** A repository of a sample, under another name. */
  const made = async (sample: string, name: string) => {
    const spec = parse(
      fs.readFileSync(path.join(SAMPLES, `${sample}.yaml`), 'utf8'),
    );
    spec.pipeline.name = name;
    for (const topic of Object.keys(spec.values.kafka?.topics ?? {})) {
      spec.values.kafka.topics[`${name}.${topic}`] =
        spec.values.kafka.topics[topic];
      delete spec.values.kafka.topics[topic];
    }
    const text = stringify(spec).replace(
      /(reads|writes):\n((?:\s+- .*\n)+)/g,
      (_, side, rows) => `${side}:\n${rows.replace(/- (.*)/g, `- ${name}.$1`)}`,
    );
    const { code, err } = await cli.run(['new', name, '--from', '-'], {
      input: text,
    });
    expect([code, err]).toEqual([0, '']);
    return path.join(home, name);
  };
  const install = (folder: string, binary: string) =>
    new Helm({ binary }).upgradeInstall({
      dir: folder,
      release: path.basename(folder),
      namespace: 'pipelines',
      values: ['values-dev.yaml'],
      kubeconfig: cluster.adminKubeconfig,
    });
  const edit = (file: string, from: string, to: string) => {
    const text = fs.readFileSync(file, 'utf8');
    expect(text).toContain(from);
    fs.writeFileSync(file, text.replace(from, to));
  };

  describe('diff --cluster', () => {
    it.each([
      ['clickstream', 'helm4'],
      ['clickstream', 'helm3'],
      ['reporting', 'helm4'],
      ['reporting', 'helm3'],
    ] as const)(
      'is empty after %s is installed by %s',
      async (sample, helm) => {
        const folder = await made(sample, `${sample}-${helm}`);
        expect((await run('check', folder)).code).toBe(0);
        await install(folder, binaries[helm]);
        expect(await run('diff', folder, '--cluster')).toEqual({
          code: 0,
          out: `${sample}-${helm} dev the same as playground\n`,
          err: '',
        });
      },
    );

    it.each(ROUND_TRIPS)('is empty after %s is installed', async name => {
      const found = chartCases().find(entry => entry.name === name)!;
      const { release, valuesFile } = found;
      const generate = async (spec: PipelineSpec) => {
        const args = ['new', release, '--from', '-'];
        const { code, err } = await cli.run(args, {
          input: JSON.stringify(spec),
        });
        expect([code, err]).toEqual([0, '']);
        return path.join(home, release);
      };
      await found.write({ home, generate });
      const helm = (...args: string[]) =>
        execFileSync(binaries.helm4, args, {
          cwd: path.join(home, release),
          encoding: 'utf8',
          env: { ...process.env, KUBECONFIG: cluster.adminKubeconfig },
        });
      const to = ['--namespace', 'pipelines'];
      helm('install', release, '.', ...to, '-f', valuesFile, '--no-hooks');
      try {
        const { code, out } = await run('diff', release, '--cluster');
        expect(out).toMatch(/^\S+ \S+ the same as playground\n$/);
        expect(code).toBe(0);
      } finally {
        helm('uninstall', release, ...to, '--no-hooks');
        fs.rmSync(path.join(home, release), { recursive: true });
      }
    });

    it('says what a change of the values does', async () => {
      const folder = await made('clickstream', 'changing');
      await install(folder, binaries.helm4);
      const values = path.join(folder, 'values.yaml');
      edit(values, 'parallelism: 4', 'parallelism: 6');
      const { code, out } = await run('diff', folder, '--cluster');
      expect(out).toContain('-    parallelism: 4\n    +    parallelism: 6');
      expect(out).toContain('flink/sessionize  restarts from a savepoint');
      expect(out).toContain('flink/alerting  nothing');
      expect(code).toBe(3);
    });

    it('finds objects and fields that the chart no longer has', async () => {
      const folder = await made('clickstream', 'shrinking');
      const values = path.join(folder, 'values.yaml');
      edit(
        values,
        'parallelism: 2',
        'maxParallelism: 64\n      parallelism: 2',
      );
      await install(folder, binaries.helm4);
      edit(values, '      maxParallelism: 64\n', '');
      edit(
        values,
        'shrinking.sessions:\n',
        'shrinking.more: {}\n    shrinking.sessions:\n',
      );
      const { out } = await run('diff', folder, '--cluster');
      expect(out).toMatch(/\n {4}-.*max-parallelism: /);
      expect(out).toContain('+ new  KafkaTopic/shrinking.more');
      await install(folder, binaries.helm4);
      edit(values, '    shrinking.more: {}\n', '');
      const after = await run('diff', folder, '--cluster');
      expect(after.out).toContain('- goes  KafkaTopic/shrinking.more');
    });

    it('shows what somebody changed in the cluster, and not what was added', async () => {
      const folder = await made('clickstream', 'touched');
      await install(folder, binaries.helm3);
      const at =
        '/apis/flink.apache.org/v1beta1/namespaces/pipelines/flinkdeployments/touched-sessionize';
      await cluster.client.merge(at, {
        metadata: { labels: { mine: 'too' } },
        spec: { job: { parallelism: 9 }, restartNonce: 1 },
      });
      const { code, out } = await run('diff', folder, '--cluster');
      expect(code).toBe(3);
      const changed = out.split('\n').filter(line => /^ {4}[-+]/.test(line));
      expect(changed).toEqual([
        '    -    parallelism: 9',
        '    +    parallelism: 4',
      ]);
    });

    it('takes what is not installed as new, and says that it has no record', async () => {
      const folder = await made('clickstream', 'planned');
      const { code, out, err } = await run('diff', folder, '--cluster');
      expect(code).toBe(3);
      expect(out).toContain('+ new  FlinkDeployment/planned-sessionize');
      expect(err).toContain('There is no Helm release "planned"');
    });

    it('says why a cluster cannot be asked', async () => {
      const folder = await made('clickstream', 'unreached');
      const kubeconfig = parse(
        fs.readFileSync(cluster.adminKubeconfig, 'utf8'),
      );
      const withChange = async (
        change: (config: typeof kubeconfig) => void,
      ) => {
        const config = structuredClone(kubeconfig);
        change(config);
        const file = path.join(home, 'kubeconfig');
        fs.writeFileSync(file, stringify(config));
        const args = ['diff', folder, '--cluster'];
        return cli.run(args, { env: { KUBECONFIG: file } });
      };
      const outcomes = [
        await withChange(config => {
          config.users[0].user.token = 'wrong';
        }),
        await withChange(config => {
          config.clusters[0].cluster.server = 'https://127.0.0.1:1';
        }),
        await withChange(config => {
          config['current-context'] = 'gone';
        }),
        await cli.run(['diff', folder, '--cluster'], {
          env: { KUBECONFIG: '/nowhere' },
        }),
      ];
      expect(outcomes.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
      const [token, server, context, file] = outcomes.map(({ err }) => err);
      expect(token).toContain('Unauthorized');
      expect(server).toContain('cannot be reached at https://127.0.0.1:1');
      expect(context).toContain('there is no context "gone"');
      expect(file).toContain('there is no kubeconfig; name one in KUBECONFIG');
    });

    it('asks a credential plugin', async () => {
      const folder = await made('clickstream', 'plugged');
      const config = parse(fs.readFileSync(cluster.adminKubeconfig, 'utf8'));
      const plugin = path.join(home, 'plugin.sh');
      fs.writeFileSync(
        plugin,
        `#!/bin/sh\necho '{"kind":"ExecCredential","status":{"token":"'"$TOKEN"'"}}'\n`,
        { mode: 0o755 },
      );
      config.users[0].user = {
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin.sh',
          env: [{ name: 'TOKEN', value: cluster.adminToken }],
        },
      };
      const file = path.join(home, 'plugin-kubeconfig');
      fs.writeFileSync(file, stringify(config), { mode: 0o600 });
      const { code, err } = await cli.run(['diff', folder, '--cluster'], {
        env: { KUBECONFIG: file },
      });
      expect([code, err]).toEqual([3, expect.stringContaining('no Helm')]);
    });
  });

  describe('crds', () => {
    it('finds that a good pipeline fits, in the cluster and in files', async () => {
      const folder = await made('reporting', 'fitting');
      const args = ['crds', folder, '-o', 'json'];
      for (const more of [['--cluster'], ['--from', ...definitions]]) {
        const { code, out } = await run(...args, ...more);
        const [report] = JSON.parse(out).environments;
        expect(report.problems).toEqual([]);
        expect(report.checked).toBeGreaterThan(0);
        expect(report.notChecked).toEqual([]);
        expect(code).toBe(0);
      }
    });

    it('names the field that does not fit', async () => {
      const folder = await made('clickstream', 'unfitting');
      edit(
        path.join(folder, 'values.yaml'),
        'parallelism: 4',
        'parallelism: 4\n      override: { spec: { job: { paralelism: 5 } } }',
      );
      const { code, out } = await run('crds', folder, '--cluster');
      expect(out).toContain(
        'error  FlinkDeployment/unfitting-sessionize spec.job.paralelism\n    is not known\n    → did you mean "parallelism"?',
      );
      expect(code).toBe(1);
    });

    it('says as the API server does what fits and what does not', async () => {
      const folder = await made('clickstream', 'agreed');
      const spark = await made('reporting', 'agreed-spark');
      const kinds = [
        'KafkaTopic',
        'FlinkDeployment',
        'ScheduledSparkApplication',
      ];
      const good = [folder, spark]
        .flatMap(dir => rendered(dir))
        .filter(({ kind }) => kinds.includes(kind));
      const verdicts: Array<[string, boolean, boolean]> = [];
      const discovery = new Discovery(cluster.client);
      const tried = new Set<string>();
      for (const object of good) {
        if (tried.has(object.kind)) continue;
        tried.add(object.kind);
        for (const [what, broken] of variants(object)) {
          const dir = path.join(home, `objects-${verdicts.length}`);
          wrapped(dir, broken);
          const { code } = await run('crds', dir, '--cluster');
          const collection = await discovery.collection(broken, 'pipelines');
          const accepted = await cluster.client
            .create(`${collection}?dryRun=All&fieldValidation=Strict`, broken)
            .then(
              () => true,
              () => false,
            );
          verdicts.push([`${object.kind} ${what}`, code === 0, accepted]);
        }
      }
      expect(tried.size).toBe(kinds.length);
      expect(verdicts.filter(([, ours, theirs]) => ours !== theirs)).toEqual(
        [],
      );
      expect(verdicts.filter(([, ours]) => ours).map(([what]) => what)).toEqual(
        [
          'FlinkDeployment as it is',
          'KafkaTopic as it is',
          'KafkaTopic without partitions',
          'ScheduledSparkApplication as it is',
          'ScheduledSparkApplication with another policy',
        ],
      );
      expect(verdicts.length).toBeGreaterThan(15);
    });

    it('knows an operator that the cluster does not have', async () => {
      const dir = path.join(home, 'unknown-kind');
      wrapped(dir, {
        apiVersion: 'nobody.example/v1',
        kind: 'Widget',
        metadata: { name: 'a' },
      });
      const { code, out } = await run('crds', dir, '--cluster');
      expect(code).toBe(1);
      expect(out).toContain('there is no such kind');
    });
  });

  function rendered(folder: string): RenderedObject[] {
    const text = execFileSync(
      binaries.helm4,
      [
        ...['template', path.basename(folder), '.', '-f', 'values-dev.yaml'],
        ...['--namespace', 'pipelines'],
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    return parseAllDocuments(text)
      .map(document => document.toJSON())
      .filter(Boolean);
  }

  /** A chart that renders one object as it is. */
  function wrapped(dir: string, object: object) {
    fs.mkdirSync(path.join(dir, 'templates'), { recursive: true });
    fs.writeFileSync(
      path.join(dir, 'Chart.yaml'),
      'apiVersion: v2\nname: one\nversion: 0.1.0\n',
    );
    fs.writeFileSync(path.join(dir, 'values-dev.yaml'), '{}\n');
    fs.writeFileSync(
      path.join(dir, 'templates/one.yaml'),
      JSON.stringify(object).replace(/\{\{/g, '{ {').replace(/\}\}/g, '} }'),
    );
  }
});

/** The object as it is, and with one thing wrong with it at a time. */
function variants(object: RenderedObject): Array<[string, RenderedObject]> {
  const changed = (change: (spec: Loose) => void): RenderedObject => {
    const copy = structuredClone(object);
    change(copy.spec as Loose);
    return copy;
  };
  const common: Array<[string, RenderedObject]> = [
    ['as it is', object],
    ['with an unknown field', changed(spec => (spec.nonsense = 1))],
    ['as text', { ...object, spec: 'text' as unknown as object }],
    ['with an unknown field beside it', { ...object, sepc: {} } as never],
  ];
  const own: Record<string, Array<[string, (spec: Loose) => void]>> = {
    KafkaTopic: [
      ['without partitions', spec => delete spec.partitions],
      ['with a text', spec => (spec.partitions = '3')],
      ['with none', spec => (spec.partitions = 0)],
      ['with a fraction', spec => (spec.partitions = 1.5)],
      ['with too many copies', spec => (spec.replicas = 32768)],
    ],
    FlinkDeployment: [
      ['with an unknown mode', spec => (inside(spec, 'job').upgradeMode = 'x')],
      ['with a text', spec => (inside(spec, 'job').parallelism = 'four')],
      ['with no list', spec => (inside(spec, 'job').args = 'x')],
      [
        'with an unknown field far inside',
        spec => {
          spec.podTemplate = { spec: { containers: [{ naem: 'x' }] } };
        },
      ],
    ],
    ScheduledSparkApplication: [
      ['without a schedule', spec => delete spec.schedule],
      ['with a number', spec => (spec.schedule = 3)],
      ['with another policy', spec => (spec.concurrencyPolicy = 'Often')],
      ['with a text', spec => (spec.suspend = 'no')],
      [
        'with an unknown field inside',
        spec => (inside(spec, 'template').mian = 'x'),
      ],
      [
        'with an unknown type',
        spec => (inside(spec, 'template').type = 'Cobol'),
      ],
      [
        'with too few',
        spec => {
          inside(inside(spec, 'template'), 'executor').instances = -1;
        },
      ],
    ],
  };
  return [
    ...common,
    ...(own[object.kind] ?? []).map(
      ([what, change]): [string, RenderedObject] => [what, changed(change)],
    ),
  ];
}

interface Loose {
  [key: string]: unknown;
}

function inside(spec: Loose, key: string): Loose {
  spec[key] ??= {};
  return spec[key] as Loose;
}
