import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ClusterView,
  CollectorResourceView,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { clusterAccessServiceRef } from '@headworks/backstage-plugin-data-pipelines-node';
import { Collector } from '../../../plugins/data-pipelines-backend/src/collector/Collector';
import { ObjectChange } from '../../../plugins/data-pipelines-backend/src/collector/ObjectChange';
import { PlacedFact } from '../../../plugins/data-pipelines-backend/src/history/facts/Fact';
import { HistoryRecorder } from '../../../plugins/data-pipelines-backend/src/history/recorder/HistoryRecorder';
import { applyCrds } from '../../cluster/applyCrds';
import { ensureBinaries } from '../../cluster/binaries';
import { Cluster, startCluster } from '../../cluster/cluster';
import { ensureCrds } from '../../cluster/crds';
import { KubernetesObject } from '../../cluster/client';
import { FaultProxy } from './FaultProxy';

/** Name of the cluster, for the portal. */
export const EAST = 'east';
/** Within this time after a fault the state is right again. */
export const RECOVERY = 10_000;

const log = () => {};

/** A real API server, the portal's own way to it, and faults on that way. */
export interface WatchedCluster {
  cluster: Cluster;
  proxy: FaultProxy;
  collector: Collector;
  /** Everything that the collector told, in order. */
  changes: ObjectChange[];
  /** What history would write, in order. */
  facts: PlacedFact[];
  /** Begins to follow; where it was told to wait. */
  start(): void;
  view(): ClusterView;
  resource(resource: ResourceId): CollectorResourceView;
  /** Kills the API server outright. */
  kill(): void;
  /** Starts it again with what etcd kept, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** @param options - `crds`: whose file names to apply; all by default */
export async function startWatchedCluster(
  options: {
    crds?: RegExp;
    apiserverFlags?: string[];
    /** False: the collector's changes are not kept. */
    record?: boolean;
    /** True: nothing is followed before `start` is called. */
    waits?: boolean;
    /** Makes the cluster ready and returns the portal's token. */
    prepare?: (cluster: Cluster) => Promise<string>;
    /** Short, where a test waits for watches to be renewed. */
    watchSeconds?: number;
    /** The only ones that are read; all by default. */
    namespaces?: string[];
  } = {},
): Promise<WatchedCluster> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-faults-'));
  const dataDirectory = path.join(home, 'cluster');
  const start = async (port?: number) =>
    startCluster({
      dataDirectory,
      binaries: await ensureBinaries(log),
      apiserverFlags: options.apiserverFlags,
      port,
      log,
    });
  let cluster = await start();
  const { crds = /./ } = options;
  await applyCrds(
    cluster,
    (await ensureCrds(log)).filter(file => crds.test(path.basename(file))),
  );
  await cluster.client.apply('/api/v1/namespaces/data', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'data' },
  });
  const token = (await options.prepare?.(cluster)) ?? cluster.readToken;
  const proxy = await FaultProxy.start(cluster);
  const { backend, collector } = await startCollector({
    url: proxy.url,
    token,
    watchSeconds: options.watchSeconds,
    namespaces: options.namespaces,
    waits: options.waits ?? false,
  });
  const changes: ObjectChange[] = [];
  const facts: PlacedFact[] = [];
  const recorder = new HistoryRecorder({
    claims: {
      of: () => [{ pipelineRef: 'component:default/all', environment: EAST }],
    },
    source: cluster => collector.source(cluster),
    record: some => facts.push(...some),
    generations: new Map(),
  });
  if (options.record ?? true) {
    collector.subscribe(some => {
      changes.push(...some);
      recorder.objectsChanged(some);
    });
  }
  if (!options.waits) await until(() => collector.state(EAST), Boolean);
  return {
    cluster,
    proxy,
    collector,
    changes,
    facts,
    start() {
      collector.start();
    },
    view: () => collector.state(EAST)!,
    resource: resource =>
      collector
        .status()
        .clusters[0].resources.find(one => one.resource === resource)!,
    kill() {
      const pids = fs.readFileSync(path.join(dataDirectory, 'pids'), 'utf8');
      process.kill(Number(pids.trim().split('\n').at(-1)), 'SIGKILL');
    },
    async restart() {
      cluster = await start(Number(new URL(cluster.url).port));
    },
    async stop() {
      collector.stop();
      await backend.stop();
      await proxy.stop();
      await cluster.stop();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The collector as the portal runs it, through the Kubernetes plugin's proxy. */
async function startCollector(target: {
  url: string;
  token: string;
  watchSeconds?: number;
  namespaces?: string[];
  waits: boolean;
}) {
  let collector: Collector | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'data-pipelines',
    register(env) {
      env.registerInit({
        deps: {
          access: clusterAccessServiceRef,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
        },
        async init({ access, lifecycle, logger }) {
          collector = new Collector({
            access,
            logger,
            watchSeconds: target.watchSeconds,
            namespaces:
              target.namespaces && new Map([[EAST, target.namespaces]]),
          });
          lifecycle.addStartupHook(() => {
            if (!target.waits) collector?.start();
          });
        },
      });
    },
  });
  const backend: TestBackend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: EAST,
                    url: target.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: target.token,
                  },
                ],
              },
            ],
          },
        },
      }),
      import('@backstage/plugin-catalog-backend'),
      import('@backstage/plugin-kubernetes-backend'),
      plugin,
    ],
  });
  return { backend, collector: collector! };
}

/** Asks again until it is so; says what it came to where it never was. */
export async function until<T>(
  ask: () => T | Promise<T>,
  enough: (value: T) => boolean,
  time = 30_000,
): Promise<T> {
  const deadline = Date.now() + time;
  for (;;) {
    const value = await ask();
    if (enough(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(
        `In ${time / 1000} s it only came to ${JSON.stringify(value)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

const TOPICS = '/apis/kafka.strimzi.io/v1/namespaces/data/kafkatopics';

/** A topic that is there, or has so many partitions from now on. */
export async function putTopic(
  { cluster }: Pick<WatchedCluster, 'cluster'>,
  name: string,
  partitions = 1,
): Promise<KubernetesObject> {
  return cluster.client.apply(`${TOPICS}/${name}`, {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaTopic',
    metadata: { name, labels: { 'strimzi.io/cluster': 'lab' } },
    spec: { partitions, replicas: 1 },
  });
}

export async function deleteTopic(
  { cluster }: Pick<WatchedCluster, 'cluster'>,
  name: string,
): Promise<void> {
  await cluster.client.delete(`${TOPICS}/${name}`);
}

/** Topics with their partitions, as the collector knows them. */
export function topicsOf({ collector }: Pick<WatchedCluster, 'collector'>) {
  return Object.fromEntries(
    collector
      .source(EAST)
      .all('kafkatopics.kafka.strimzi.io')
      .map(({ metadata, spec }) => [metadata.name, spec.partitions]),
  );
}

/**
 * What listeners were told adds up to what is known: each change goes on from
 * the one before it. And history has every topic as it was written last.
 */
export function expectNothingLost({
  changes,
  collector,
  facts,
}: WatchedCluster) {
  const told = new Map<string, ObjectChange['after']>();
  for (const { resource, before, after } of changes) {
    const { namespace, name } = (after ?? before)!.metadata;
    const key = `${resource}/${namespace}/${name}`;
    expect(told.get(key)).toEqual(before);
    if (after) told.set(key, after);
    else told.delete(key);
  }
  for (const [key, object] of told) {
    const [resource, namespace, name] = key.split('/');
    expect(
      collector.source(EAST).get(resource as ResourceId, namespace, name),
    ).toEqual(object);
  }
  for (const { metadata } of collector
    .source(EAST)
    .all('kafkatopics.kafka.strimzi.io')) {
    const recorded = facts.findLast(
      fact => fact.kind === 'upgrade' && fact.uid === metadata.uid,
    );
    expect(recorded).toMatchObject({ generation: metadata.generation });
  }
}

/** While a fault lasts, nothing is said to be newer than when it began. */
export function expectAgeSince(began: number, { asOf }: { asOf?: string }) {
  expect(Date.parse(asOf!)).toBeLessThanOrEqual(began + 1_000);
}

/** Waits until a topic is known and its kind followed. */
export async function untilFollowed(
  world: WatchedCluster,
  topic: string,
): Promise<void> {
  await until(world.view, ({ notes, status }) => status === 'live' && !notes);
  await until(
    () => world.resource('kafkatopics.kafka.strimzi.io').state,
    state => state === 'live',
  );
  await until(
    () => topicsOf(world),
    topics => topic in topics,
  );
}

/** Seconds that a cluster's state says its data is old. */
export function ageOf({ asOf }: ClusterView): number {
  return (Date.now() - Date.parse(asOf!)) / 1000;
}
