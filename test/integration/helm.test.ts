import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../cluster/client';
import { Discovery } from '../cluster/discovery';
import { NAMESPACE, readSample, startWorld, World } from './world';

const run = promisify(execFile);
const SAMPLES = ['clickstream', 'payments', 'reporting'];

describe('a generated pipeline on a real API server', () => {
  let world: World;
  let discovery: Discovery;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    discovery = new Discovery(world.cluster.client);
    for (const sample of SAMPLES) await world.generate(readSample(sample));
    await world.generate(securedSpec());
    await world.generate(ownClusterSpec());
  });

  afterAll(() => world?.stop());

  it.each([...SAMPLES, 'secured', 'own-cluster'])(
    '%s: every object is accepted, without an unknown field',
    async name => {
      const objects = await rendered(name);
      expect(objects.length).toBeGreaterThan(3);
      for (const object of objects) {
        const at = await discovery.collection(object, NAMESPACE);
        await world.cluster.client.create(
          `${at}?dryRun=All&fieldValidation=Strict`,
          object,
        );
      }
    },
  );

  describe.each(['helm4', 'helm3'] as const)('with %s', helm => {
    it.each([...SAMPLES, 'own-cluster'])(
      'installs, keeps and removes %s',
      async name => {
        const call = (...args: string[]) =>
          run(world.binaries[helm], args, {
            cwd: path.join(world.home, name),
            env: {
              PATH: process.env.PATH,
              HOME: world.home,
              KUBECONFIG: world.cluster.adminKubeconfig,
            },
          });
        const to = [
          name,
          '.',
          '--namespace',
          NAMESPACE,
          '-f',
          'values-dev.yaml',
        ];

        const { stdout } = await call('install', ...to);
        expect(stdout).toContain('leaves behind');
        expect(stdout.includes('savepoints that people took')).toBe(
          name === 'clickstream' || name === 'payments',
        );
        expect(stdout.includes('This release owns the Kafka cluster')).toBe(
          name === 'own-cluster',
        );
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
      },
    );
  });

  async function rendered(name: string): Promise<KubernetesObject[]> {
    const text = await new Helm({ binary: world.binaries.helm4 }).template({
      dir: path.join(world.home, name),
      release: name,
      namespace: NAMESPACE,
      values: ['values-dev.yaml'],
    });
    return parseAllDocuments(text)
      .map(document => document.toJSON() as KubernetesObject | null)
      .filter((object): object is KubernetesObject => object !== null);
  }

  /** kind/namespace/name → generation, which only a changed spec raises */
  async function liveObjects(release: string): Promise<Map<string, unknown>> {
    const selector = encodeURIComponent(
      `app.kubernetes.io/instance=${release}`,
    );
    const collections = new Set<string>();
    for (const object of await rendered(release)) {
      collections.add(await discovery.collection(object, NAMESPACE));
    }
    const found = new Map<string, unknown>();
    for (const at of collections) {
      const { items } = await world.cluster.client.list(
        `${at}?labelSelector=${selector}`,
      );
      for (const { metadata } of items) {
        found.set(`${at}/${metadata.name}`, {
          uid: metadata.uid,
          generation: metadata.generation,
          labels: metadata.labels,
        });
      }
    }
    return found;
  }
});

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
        monitoring: { enabled: true },
      },
      flink: {
        jobs: {
          restored: {
            image: { repository: 'flink', tag: '2.1' },
            jar: 'local:///opt/flink/usrlib/restored.jar',
            reads: ['clicks'],
            startFrom: { path: 's3://demo/savepoint-1', nonce: 1 },
            rollback: true,
            autoscaler: { minParallelism: 1, maxParallelism: 4 },
          },
          resting: {
            image: { repository: 'flink', tag: '2.1' },
            jar: 'local:///opt/flink/usrlib/resting.jar',
            suspended: true,
          },
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
            dynamicAllocation: { min: 1, max: 3 },
          },
        },
      },
    },
  };
}

/** One release with its cluster: the form for development. */
function ownClusterSpec(): PipelineSpec {
  const spec = readSample('clickstream');
  const node = { cpu: '100m', memory: '1Gi', storage: { volumes: 2 } };
  return {
    ...spec,
    pipeline: { ...spec.pipeline, name: 'own-cluster' },
    values: {
      global: {
        kafka: {
          mode: 'strimzi',
          cluster: 'own',
          namespace: NAMESPACE,
          bootstrapServers: 'own-kafka-bootstrap:9093',
          authentication: 'tls',
        },
        storage: { uri: 's3://demo/own' },
        monitoring: { enabled: true, labels: { release: 'stack' } },
      },
      kafka: {
        cluster: {
          create: true,
          metadataVersion: '4.3',
          rack: { topologyKey: 'topology.kubernetes.io/zone' },
          maintenanceWindows: ['* * 2-4 ? * SUN'],
          config: { 'log.retention.hours': 24 },
          pools: {
            controllers: { enabled: false },
            brokers: { ...node, roles: ['controller', 'broker'] },
          },
          listeners: {
            tls: {
              port: 9093,
              type: 'internal',
              tls: true,
              authentication: 'tls',
            },
            outside: {
              port: 9094,
              type: 'loadbalancer',
              tls: true,
              authentication: 'scram-sha-512',
              configuration: {
                finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
              },
            },
          },
        },
        topics: { clicks: {}, sessions: {} },
      },
    },
  };
}
