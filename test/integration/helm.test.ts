import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  generatePipeline,
  Helm,
  loadCharts,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parse, parseAllDocuments } from 'yaml';
import { applyCrds } from '../cluster/applyCrds';
import { ensureBinaries } from '../cluster/binaries';
import { KubernetesObject } from '../cluster/client';
import { Cluster, startCluster } from '../cluster/cluster';
import { ensureCrds } from '../cluster/crds';
import { startSimulatedOperators } from '../cluster/operators';
import { startPlaygroundKafka } from '../cluster/playgroundKafka';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../..');
const SAMPLES = ['clickstream', 'payments', 'reporting'];
const NAMESPACE = 'pipelines';

/** Everything that our charts make, by the path of its resource. */
const RESOURCES: Record<string, string> = {
  ServiceAccount: '/api/v1/namespaces/NS/serviceaccounts',
  Role: '/apis/rbac.authorization.k8s.io/v1/namespaces/NS/roles',
  RoleBinding: '/apis/rbac.authorization.k8s.io/v1/namespaces/NS/rolebindings',
  NetworkPolicy: '/apis/networking.k8s.io/v1/namespaces/NS/networkpolicies',
  FlinkDeployment: '/apis/flink.apache.org/v1beta1/namespaces/NS/flinkdeployments',
  KafkaTopic: '/apis/kafka.strimzi.io/v1/namespaces/NS/kafkatopics',
  KafkaUser: '/apis/kafka.strimzi.io/v1/namespaces/NS/kafkausers',
  SparkApplication:
    '/apis/sparkoperator.k8s.io/v1beta2/namespaces/NS/sparkapplications',
  ScheduledSparkApplication:
    '/apis/sparkoperator.k8s.io/v1beta2/namespaces/NS/scheduledsparkapplications',
};

describe('a generated pipeline on a real API server', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-helm-it-'));
  let cluster: Cluster;
  let operators: { stop(): Promise<void> };
  let binaries: Awaited<ReturnType<typeof ensureBinaries>>;

  beforeAll(async () => {
    const log = () => {};
    binaries = await ensureBinaries(log);
    cluster = await startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries,
      log,
    });
    await applyCrds(cluster, await ensureCrds(log));
    await startPlaygroundKafka(cluster);
    operators = await startSimulatedOperators({ cluster, log, speed: 50 });
    const charts = await loadCharts(path.join(root, 'charts'));
    for (const sample of SAMPLES) {
      write(
        path.join(home, sample),
        generatePipeline({ spec: readSample(sample), charts }),
      );
    }
    write(
      path.join(home, 'secured'),
      generatePipeline({ spec: securedSpec(), charts }),
    );
  });

  afterAll(async () => {
    await operators?.stop();
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it.each([...SAMPLES, 'secured'])(
    '%s: every object is accepted, without an unknown field',
    async name => {
      const rendered = await new Helm({ binary: binaries.helm4 }).template({
        dir: path.join(home, name),
        release: name,
        namespace: NAMESPACE,
        values: ['values-dev.yaml'],
      });
      const objects = parseAllDocuments(rendered)
        .map(document => document.toJSON() as KubernetesObject | null)
        .filter((object): object is KubernetesObject => object !== null);
      expect(objects.length).toBeGreaterThan(3);
      for (const object of objects) {
        const at = RESOURCES[object.kind].replace(
          'NS',
          object.metadata.namespace ?? NAMESPACE,
        );
        await cluster.client.create(
          `${at}?dryRun=All&fieldValidation=Strict`,
          object,
        );
      }
    },
  );

  describe.each(['helm4', 'helm3'] as const)('with %s', helm => {
    it.each(SAMPLES)('installs, keeps and removes %s', async name => {
      const call = (...args: string[]) =>
        run(binaries[helm], args, {
          cwd: path.join(home, name),
          env: {
            PATH: process.env.PATH,
            HOME: home,
            KUBECONFIG: cluster.adminKubeconfig,
          },
        });
      const to = [name, '.', '--namespace', NAMESPACE, '-f', 'values-dev.yaml'];

      const { stdout } = await call('install', ...to);
      expect(stdout).toContain('savepoints that people took');
      const installed = await liveObjects(name);
      expect(installed.size).toBeGreaterThan(3);

      await call('upgrade', ...to);
      const upgraded = await liveObjects(name);
      // Operators write status and finalizers; what was asked for stays.
      expect(upgraded).toEqual(installed);

      await call('uninstall', name, '--namespace', NAMESPACE);
      const deadline = Date.now() + 10_000;
      while ((await liveObjects(name)).size > 0 && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 200));
      }
      expect([...(await liveObjects(name)).keys()]).toEqual([]);
    });
  });

  /** kind/namespace/name → generation, which only a changed spec raises */
  async function liveObjects(release: string): Promise<Map<string, unknown>> {
    const selector = encodeURIComponent(`app.kubernetes.io/instance=${release}`);
    const found = new Map<string, unknown>();
    for (const [kind, resource] of Object.entries(RESOURCES)) {
      for (const namespace of [NAMESPACE, 'kafka']) {
        const { items } = await cluster.client.list(
          `${resource.replace('NS', namespace)}?labelSelector=${selector}`,
        );
        for (const { metadata } of items) {
          found.set(`${kind}/${namespace}/${metadata.name}`, {
            uid: metadata.uid,
            generation: metadata.generation,
            labels: metadata.labels,
          });
        }
      }
    }
    return found;
  }
});

function readSample(name: string): PipelineSpec {
  return parse(
    fs.readFileSync(
      path.join(root, `test/playground/samples/${name}.yaml`),
      'utf8',
    ),
  );
}

/** A pipeline with users, a secret of its own and a Spark job that runs once. */
function securedSpec(): PipelineSpec {
  const spec = readSample('clickstream');
  return {
    ...spec,
    pipeline: { ...spec.pipeline, name: 'secured' },
    values: {
      ...spec.values,
      global: {
        kafka: {
          mode: 'strimzi',
          cluster: 'analytics',
          namespace: NAMESPACE,
          bootstrapServers: 'analytics-kafka-bootstrap:9093',
          authentication: 'scram-sha-512',
        },
        storage: {
          uri: 's3://demo/secured',
          endpoint: 'http://minio:9000',
          credentials: { secret: 's3' },
        },
      },
      spark: {
        jobs: {
          once: {
            image: { repository: 'apache/spark', tag: '4.0.4' },
            main: 'local:///opt/app/once.py',
            args: ['--day', '{{ today }}'],
            sparkConf: { 'spark.sql.shuffle.partitions': 8 },
            reads: ['clicks'],
          },
        },
      },
    },
  };
}

function write(
  directory: string,
  files: Array<{ path: string; content: string }>,
) {
  for (const file of files) {
    const target = path.join(directory, file.path);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, file.content);
  }
}
