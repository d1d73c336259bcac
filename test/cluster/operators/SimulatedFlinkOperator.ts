import { createHash, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ClusterClient } from '../client';
import { stuckStep } from './flinkStuck';
import { FlinkDeployment, flinkStep, FlinkStep } from './flinkTransitions';
import { ensureDeployment, removeDeployment } from './simulatedDeployment';
import { ensurePod, removePod } from './simulatedPods';
import { watchLoop } from './watchLoop';

const FINALIZER = 'flinkdeployments.flink.apache.org/finalizer';
const CONTAINER = 'flink-main-container';
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
      const step =
        stuckStep(object, speed) ??
        flinkStep({
          object,
          now: Date.now(),
          speed,
          newJobId: randomBytes(16).toString('hex'),
        });
      await showPods(client, object, step);
      if (!isDeepStrictEqual(step.status, object.status)) {
        const { status } = step;
        await client.mergeInto(object, `${path}/status`, { status });
      }
      return { again: step.again };
    },
  });
}

function podNames(object: FlinkDeployment) {
  const { name } = object.metadata;
  const hash = createHash('sha256').update(name).digest('hex');
  const replicaSet = `${name}-${hash.slice(0, 9)}`;
  return {
    replicaSet,
    jobManager: `${replicaSet}-${hash.slice(9, 14)}`,
    taskManager: `${name}-taskmanager-1-1`,
  };
}

async function showPods(
  client: ClusterClient,
  object: FlinkDeployment,
  step: FlinkStep,
) {
  if (!step.jobManager) {
    await removePods(client, object);
    return;
  }
  const { name, namespace = '' } = object.metadata;
  const { replicaSet, jobManager, taskManager } = podNames(object);
  const image = object.spec.image ?? 'flink';
  const labels = (component: 'jobmanager' | 'taskmanager') => ({
    ...userLabels(object, component),
    app: name,
    component,
    type: 'flink-native-kubernetes',
  });
  const owners = await ensureDeployment(client, {
    namespace,
    name,
    replicaSet,
    labels: labels('jobmanager'),
    container: { name: CONTAINER, image },
    ready: step.jobManager === 'running',
  });
  await ensurePod(client, {
    namespace,
    name: jobManager,
    container: CONTAINER,
    image,
    state: step.jobManager,
    labels: podLabels(object, labels('jobmanager')),
    owner: owners.byReplicaSet,
  });
  if (!step.taskManager) {
    await removePod(client, { namespace, name: taskManager });
    return;
  }
  await ensurePod(client, {
    namespace,
    name: taskManager,
    container: CONTAINER,
    image,
    state: step.taskManager,
    labels: podLabels(object, labels('taskmanager')),
    owner: owners.byDeployment,
  });
}

/** Flink writes them as `key:value,key:value`; they reach the Deployment, too. */
function userLabels(object: FlinkDeployment, component: string) {
  const list =
    object.spec.flinkConfiguration?.[`kubernetes.${component}.labels`] ?? '';
  return Object.fromEntries(
    list
      .split(',')
      .filter(Boolean)
      .map(pair => pair.split(':') as [string, string]),
  );
}

function podLabels(object: FlinkDeployment, labels: Record<string, string>) {
  return { ...object.spec.podTemplate?.metadata?.labels, ...labels };
}

async function removePods(client: ClusterClient, object: FlinkDeployment) {
  const { name, namespace = '' } = object.metadata;
  const { replicaSet, jobManager, taskManager } = podNames(object);
  await removeDeployment(client, { namespace, name, replicaSet });
  await removePod(client, { namespace, name: jobManager });
  await removePod(client, { namespace, name: taskManager });
}
