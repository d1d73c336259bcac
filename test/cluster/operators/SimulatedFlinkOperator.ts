import { createHash, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ClusterClient } from '../client';
import { FlinkDeployment, flinkStep, FlinkStep } from './flinkTransitions';
import { ensurePod, removePod } from './simulatedPods';
import { watchLoop } from './watchLoop';

const FINALIZER = 'flinkdeployments.flink.apache.org/finalizer';
const API = '/apis/flink.apache.org/v1beta1';

/** Plays the Flink Kubernetes Operator 1.15.0 for FlinkDeployments, after its recordings. */
export function SimulatedFlinkOperator(options: {
  client: ClusterClient;
  speed: number;
  log: (line: string) => void;
}) {
  const { client, speed, log } = options;
  return watchLoop<FlinkDeployment>({
    client,
    path: `${API}/flinkdeployments`,
    log,
    async reconcile(object) {
      const { name, namespace } = object.metadata;
      const path = `${API}/namespaces/${namespace}/flinkdeployments/${name}`;
      if (object.metadata.deletionTimestamp) {
        await removePods(client, object);
        if (object.metadata.finalizers?.length) {
          await client.merge(path, { metadata: { finalizers: null } });
        }
        return undefined;
      }
      if (!object.metadata.finalizers?.includes(FINALIZER)) {
        await client.merge(path, { metadata: { finalizers: [FINALIZER] } });
        return undefined;
      }
      const step = flinkStep({
        object,
        now: Date.now(),
        speed,
        newJobId: randomBytes(16).toString('hex'),
      });
      await showPods(client, object, step);
      if (!isDeepStrictEqual(step.status, object.status)) {
        await client.merge(`${path}/status`, { status: step.status });
      }
      return { again: step.again };
    },
  });
}

function podNames(object: FlinkDeployment) {
  const { name } = object.metadata;
  const hash = createHash('sha256').update(name).digest('hex');
  return {
    jobManager: `${name}-${hash.slice(0, 9)}-${hash.slice(9, 14)}`,
    taskManager: `${name}-taskmanager-1-1`,
  };
}

async function showPods(
  client: ClusterClient,
  object: FlinkDeployment,
  step: FlinkStep,
) {
  const { name, namespace = '' } = object.metadata;
  const names = podNames(object);
  const parts = [
    ['jobmanager', names.jobManager, step.jobManager],
    ['taskmanager', names.taskManager, step.taskManager],
  ] as const;
  for (const [component, pod, state] of parts) {
    if (!state) {
      await removePod(client, { namespace, name: pod });
      continue;
    }
    await ensurePod(client, {
      namespace,
      name: pod,
      container: 'flink-main-container',
      image: object.spec.image ?? 'flink',
      state,
      labels: {
        ...object.spec.podTemplate?.metadata?.labels,
        app: name,
        component,
        type: 'flink-native-kubernetes',
      },
    });
  }
}

async function removePods(client: ClusterClient, object: FlinkDeployment) {
  const { namespace = '' } = object.metadata;
  for (const name of Object.values(podNames(object))) {
    await removePod(client, { namespace, name });
  }
}
