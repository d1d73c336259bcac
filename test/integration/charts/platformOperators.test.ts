import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { operatorValues } from '../../../tools/lib/operatorCommands';
import { readOperators } from '../../../tools/lib/operators';
import { Schema } from '../../../tools/lib/valuesTable';
import { ensureBinaries } from '../../cluster/binaries';
import { KubernetesObject } from '../../cluster/client';
import { Cluster, startCluster } from '../../cluster/cluster';
import { ensureCrds } from '../../cluster/crds';
import { goModule } from '../../cluster/goModule';
import { podTemplatesOf } from './podTemplates';

const charts = path.resolve(__dirname, '../../../charts');
const operators = new Map(readOperators(path.join(charts, 'platform')));
const read = (file: string) => fs.readFileSync(path.join(charts, file), 'utf8');
const schemaOf = (chart: string): Schema =>
  JSON.parse(read(`${chart}/values.schema.json`));

describe('the operators of the platform', () => {
  it('run what the Kafka chart accepts, and nothing else', () => {
    expect(operators.get('strimzi')?.engine?.versions).toEqual(
      schemaOf('kafka').properties?.cluster.properties?.version.enum,
    );
  });

  it('run what the Flink chart accepts, and nothing else', () => {
    expect(operators.get('flink')?.engine?.versions).toEqual(
      schemaOf('flink').$defs?.flinkVersion.enum,
    );
  });

  it('run what the Spark chart has by default', () => {
    const { defaults } = parse(read('spark/values.yaml'));
    expect(operators.get('spark-kubeflow')?.engine?.newest).toBe(
      defaults.sparkVersion,
    );
  });

  it('are those whose kinds everything else is tested with', async () => {
    const files = (await ensureCrds(() => {})).join('\n');
    const version = (name: string) => operators.get(name)?.version;
    expect(files).toContain(`strimzi-${version('strimzi')}/`);
    expect(files).toContain(`flink-${version('flink')}-from-types/`);
    expect(files).toContain(`spark-operator-v2-v${version('spark-kubeflow')}/`);
  });

  it('include one whose FlinkDeployment has every version that the chart accepts', async () => {
    const file = (await ensureCrds(() => {})).find(name =>
      name.endsWith('FlinkDeployment.yaml'),
    )!;
    const [served] = parse(fs.readFileSync(file, 'utf8')).spec.versions;
    const spec: Schema = served.schema.openAPIV3Schema.properties.spec;
    expect(spec.properties?.flinkVersion.enum).toEqual(
      expect.arrayContaining(operators.get('flink')!.engine!.versions!),
    );
  });
});

/** The operators whose own chart a registry has, and what there shows that it took our values. */
const PUBLISHED = [
  {
    name: 'spark-kubeflow',
    module: 'github.com/kubeflow/spark-operator/v2@v2.5.2',
    folder: 'charts/spark-operator-chart',
    pods: 2,
    says: '--namespaces=kafka,pipelines',
  },
  {
    name: 'cert-manager',
    module: 'github.com/cert-manager/cert-manager@v1.21.2',
    folder: 'deploy/charts/cert-manager',
    pods: 4,
    says: 'helm.sh/resource-policy: keep',
  },
];

describe.each(PUBLISHED)('the chart of $name', published => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-operator-'));
  const operator = operators.get(published.name)!;
  let cluster: Cluster;
  let text: string;

  beforeAll(async () => {
    const binaries = await ensureBinaries(() => {});
    cluster = await startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries,
      log: () => {},
    });
    await cluster.client.apply('/api/v1/namespaces/judging', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'judging',
        labels: {
          'pod-security.kubernetes.io/enforce': operator.podSecurity,
        },
      },
    });
    const values = path.join(home, 'values.yaml');
    fs.writeFileSync(
      values,
      stringify(operatorValues(operator, ['kafka', 'pipelines'])),
    );
    const chart = path.join(await goModule(published.module), published.folder);
    ({ stdout: text } = await promisify(execFile)(
      binaries.helm4,
      ['template', operator.release, chart, '--values', values],
      { maxBuffer: 1 << 26 },
    ));
  }, 900_000);

  afterAll(async () => {
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('is the one that the platform names', () => {
    expect(published.module).toMatch(
      new RegExp(`@v${operator.version.replace(/^v/, '')}$`),
    );
  });

  it('does what the platform’s values ask', () => {
    expect(text).toContain(published.says);
    expect(text).not.toMatch(/:latest\b/);
  });

  it('asks for pods that the operator’s namespace admits', async () => {
    const pods = parseAllDocuments(text)
      .map(document => document.toJSON() as KubernetesObject | null)
      .filter((object): object is KubernetesObject => object !== null)
      .flatMap(podTemplatesOf);
    expect(pods).toHaveLength(published.pods);
    for (const { metadata, spec } of pods) {
      await cluster.client.create(
        '/api/v1/namespaces/judging/pods?dryRun=All',
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'judged', labels: metadata.labels },
          spec,
        },
      );
    }
  });
});
