import { ClusterClient, KubernetesObject } from '../client';
import { pauseOf } from './strimziPause';
import { restartOf, Restarting, Task } from './strimziRestart';
import { watchLoop } from './watchLoop';

const API = '/apis/kafka.strimzi.io/v1';

interface Reconciled extends KubernetesObject {
  spec: { state?: string; tasksMax?: number; replicas?: number };
  status?: {
    observedGeneration?: number;
    conditions?: object[];
    connectorStatus?: { connector: object; tasks: Task[] };
  };
}

interface Options {
  client: ClusterClient;
  log: (line: string) => void;
}

const STATES: Readonly<Record<string, string>> = {
  paused: 'PAUSED',
  stopped: 'STOPPED',
};

/** Plays Strimzi's operator for Connect, whose pods are not played. */
export function simulateConnect({ client, log }: Options) {
  return watchLoop<Reconciled>({
    client,
    path: `${API}/kafkaconnects`,
    log,
    reconcile: connect =>
      reconcile(client, 'kafkaconnects', connect, {
        replicas: connect.spec.replicas ?? 3,
      }),
  });
}

/**
 * Plays it for connectors: Ready=True whatever their state is, tasks [] when
 * stopped (observed). What Connect says of tasks stands in the status: a test
 * that has one fail writes it there.
 */
export function simulateConnectors({ client, log }: Options) {
  return watchLoop<Reconciled>({
    client,
    path: `${API}/kafkaconnectors`,
    log,
    async reconcile(connector) {
      const { metadata, spec } = connector;
      const restart = restartOf(connector);
      if (restart) await carryOut(client, connector, restart);
      const state = STATES[spec.state ?? ''] ?? 'RUNNING';
      const tasks = state === 'STOPPED' ? 0 : spec.tasksMax ?? 1;
      await reconcile(client, 'kafkaconnectors', connector, {
        connectorStatus: {
          name: metadata.name,
          connector: { state, worker_id: 'connect-0:8083' },
          tasks: Array.from({ length: tasks }, (_, id) => ({
            id,
            state,
            worker_id: 'connect-0:8083',
          })),
        },
        tasksMax: spec.tasksMax ?? 1,
      });
    },
  });
}

async function reconcile(
  client: ClusterClient,
  plural: string,
  object: Reconciled,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { metadata, status } = object;
  if (metadata.deletionTimestamp) return;
  const pause = pauseOf(object);
  const isSeen = status?.observedGeneration === metadata.generation;
  if (pause === 'lasts' || (pause === 'none' && isSeen)) return;
  const begins = pause === 'begins';
  const without = Object.keys(facts).map(key => [key, null] as const);
  await client.merge(
    `${API}/namespaces/${metadata.namespace}/${plural}/${metadata.name}/status`,
    {
      status: {
        // Observed of a Kafka: what was reconciled by then stays, the rest goes.
        ...(begins ? Object.fromEntries(without) : facts),
        ...(!begins && { observedGeneration: metadata.generation }),
        conditions: [
          {
            type: begins ? 'ReconciliationPaused' : 'Ready',
            status: 'True',
            lastTransitionTime: new Date().toISOString(),
          },
        ],
      },
    },
  );
}

/** The status first: once the annotation is gone, it is told already. */
async function carryOut(
  client: ClusterClient,
  { metadata }: Reconciled,
  { status, metadata: without }: Restarting,
): Promise<void> {
  const path = `${API}/namespaces/${metadata.namespace}/kafkaconnectors/${metadata.name}`;
  if (status) await client.merge(`${path}/status`, { status });
  if (without) await client.merge(path, { metadata: without });
}
