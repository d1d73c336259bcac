import { ApiError, ClusterClient, KubernetesObject } from '../client';
import { FAIL } from './flinkTransitions';
import { ensurePod, PodState, removePod } from './simulatedPods';
import { watchLoop } from './watchLoop';

const KAFKA = '/apis/kafka.strimzi.io/v1';
const CORE = '/apis/core.strimzi.io/v1';
const CLUSTER = 'strimzi.io/cluster';
/** Milliseconds between two looks at what others change, at any speed. */
const LOOK = 1_000;
/** Milliseconds that a broker takes to be ready (recorded: 20 to 25 s). */
const START = 10_000;

interface NodePool extends KubernetesObject {
  spec: { replicas?: number };
  status?: { observedGeneration?: number };
}

interface PodSet extends KubernetesObject {
  spec: { pods: Array<{ metadata: { name: string } }> };
  status?: { observedGeneration?: number; pods?: number; readyPods?: number };
}

interface Options {
  client: ClusterClient;
  speed: number;
  log: (line: string) => void;
}

/**
 * Plays what Strimzi 1.2.0 was recorded to do with node pools, pod sets and
 * pods: a pool never gets a Ready condition; the pod set's status follows its
 * pods, while the Kafka stays Ready whatever they do.
 */
export function simulateNodePools({ client, log }: Options) {
  return watchLoop<NodePool>({
    client,
    path: `${KAFKA}/kafkanodepools`,
    log,
    async reconcile(pool) {
      const { name, namespace = '', generation, labels } = pool.metadata;
      const cluster = labels?.[CLUSTER];
      if (pool.metadata.deletionTimestamp || !cluster) return undefined;
      const kafka = `${KAFKA}/namespaces/${namespace}/kafkas/${cluster}`;
      // Without its cluster a pool never gets any status.
      if (!(await found(client, kafka))) return { again: LOOK };
      const nodes = [...Array(pool.spec.replicas ?? 0).keys()];
      const podSet = `${cluster}-${name}`;
      await client.apply(podSetPath(namespace, podSet), {
        apiVersion: 'core.strimzi.io/v1',
        kind: 'StrimziPodSet',
        metadata: {
          name: podSet,
          namespace,
          labels: {
            [CLUSTER]: cluster,
            'strimzi.io/kind': 'Kafka',
            'strimzi.io/pool-name': name,
          },
        },
        spec: {
          selector: { matchLabels: { 'strimzi.io/controller-name': podSet } },
          pods: nodes.map(id => ({ metadata: { name: `${podSet}-${id}` } })),
        },
      });
      if (pool.status?.observedGeneration === generation) return undefined;
      await client.merge(
        `${KAFKA}/namespaces/${namespace}/kafkanodepools/${name}/status`,
        {
          status: {
            observedGeneration: generation,
            nodeIds: nodes,
            replicas: nodes.length,
            conditions: [],
          },
        },
      );
      return undefined;
    },
  });
}

/**
 * Makes the pods of a pod set, and takes them away with its pool or cluster. A
 * Kafka's annotation {@link FAIL} is `broker` (the last one of each pool finds
 * no image) or `brokers` (none does).
 */
export function simulatePodSets({ client, speed, log }: Options) {
  return watchLoop<PodSet>({
    client,
    path: `${CORE}/strimzipodsets`,
    log,
    async reconcile(podSet) {
      const { name, namespace = '', labels = {}, generation } = podSet.metadata;
      const base = `${KAFKA}/namespaces/${namespace}`;
      const pool = labels['strimzi.io/pool-name'];
      const kafka = await found(client, `${base}/kafkas/${labels[CLUSTER]}`);
      const names = podSet.spec.pods.map(pod => pod.metadata.name);
      if (!kafka || !(await found(client, `${base}/kafkanodepools/${pool}`))) {
        for (const pod of names)
          await gone(removePod(client, { namespace, name: pod }));
        await gone(client.delete(podSetPath(namespace, name)));
        return undefined;
      }
      const age =
        Date.now() - Date.parse(podSet.metadata.creationTimestamp ?? '');
      const fail = kafka.metadata.annotations?.[FAIL];
      const states = names.map((_, at): PodState => {
        if (fail === 'brokers') return 'image-pull';
        if (fail === 'broker' && at === names.length - 1) return 'image-pull';
        return age < START / speed ? 'pending' : 'running';
      });
      for (const [at, pod] of names.entries()) {
        await ensurePod(client, {
          namespace,
          name: pod,
          labels: {
            ...labels,
            'strimzi.io/controller': 'strimzipodset',
            'strimzi.io/controller-name': name,
          },
          container: 'kafka',
          image: 'quay.io/strimzi/kafka:1.2.0-kafka-4.3.1',
          state: states[at],
        });
      }
      const readyPods = states.filter(state => state === 'running').length;
      const { status } = podSet;
      if (
        status?.observedGeneration !== generation ||
        status?.readyPods !== readyPods ||
        status?.pods !== names.length
      ) {
        await client.merge(`${podSetPath(namespace, name)}/status`, {
          status: {
            observedGeneration: generation,
            pods: names.length,
            currentPods: names.length,
            readyPods,
          },
        });
      }
      const starting = START / speed - age;
      return { again: starting > 0 ? Math.min(starting, LOOK) : LOOK };
    },
  });
}

function podSetPath(namespace: string, name: string) {
  return `${CORE}/namespaces/${namespace}/strimzipodsets/${name}`;
}

async function found(client: ClusterClient, path: string) {
  try {
    return await client.get<KubernetesObject>(path);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

async function gone(removal: Promise<unknown>) {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}
