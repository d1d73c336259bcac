import { ApiError, ClusterClient, KubernetesObject } from '../client';

/** How a simulated container is. */
export type PodState =
  | 'pending'
  | 'running'
  | 'completed'
  | 'failed'
  | 'unschedulable'
  | 'image-pull'
  | 'crash-loop';

/** A pod that nobody runs: an object with the status that a kubelet would write. */
export interface SimulatedPod {
  namespace: string;
  name: string;
  labels: Record<string, string>;
  container: string;
  image: string;
  state: PodState;
  owner?: object;
}

interface Pod extends KubernetesObject {
  status?: { phase?: string; containerStatuses?: object[] };
}

/** Makes the pod so; touches nothing when it already is. */
export async function ensurePod(client: ClusterClient, pod: SimulatedPod) {
  const path = podPath(pod.namespace, pod.name);
  let live: Pod | undefined;
  try {
    live = await client.get<Pod>(path);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
  if (live?.metadata.annotations?.[STATE] === pod.state && live.status?.phase) {
    if (live.status.phase === phaseOf(pod.state)) return;
  }
  await client.apply(path, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace: pod.namespace,
      labels: pod.labels,
      ownerReferences: pod.owner ? [pod.owner] : undefined,
      annotations: { 'headworks.dev/simulated': 'true', [STATE]: pod.state },
    },
    spec: {
      // A node that does not exist: nobody tries to schedule the pod.
      ...(pod.state !== 'unschedulable' && { nodeName: 'simulated' }),
      containers: [{ name: pod.container, image: pod.image }],
    },
  });
  await client.merge(`${path}/status`, { status: statusOf(pod) });
}

/** Removes pods at once; there is no kubelet that would confirm their end. */
export async function removePod(
  client: ClusterClient,
  pod: { namespace: string; name: string },
) {
  await client.delete(
    `${podPath(pod.namespace, pod.name)}?gracePeriodSeconds=0`,
  );
}

const STATE = 'simulated.headworks.dev/state';

function podPath(namespace: string, name: string) {
  return `/api/v1/namespaces/${namespace}/pods/${name}`;
}

function phaseOf(state: PodState): string {
  const phases: Record<PodState, string> = {
    pending: 'Pending',
    running: 'Running',
    completed: 'Succeeded',
    failed: 'Failed',
    unschedulable: 'Pending',
    'image-pull': 'Pending',
    'crash-loop': 'Running',
  };
  return phases[state];
}

function containerState(pod: SimulatedPod): object {
  const states: Record<PodState, object> = {
    pending: { waiting: { reason: 'PodInitializing' } },
    running: { running: { startedAt: new Date().toISOString() } },
    completed: { terminated: { exitCode: 0, reason: 'Completed' } },
    failed: {
      terminated: {
        exitCode: 101,
        reason: 'Error',
        finishedAt: new Date().toISOString(),
      },
    },
    unschedulable: {},
    'image-pull': {
      waiting: {
        reason: 'ImagePullBackOff',
        message: `Back-off pulling image "${pod.image}"`,
      },
    },
    'crash-loop': {
      waiting: {
        reason: 'CrashLoopBackOff',
        message: `back-off 1m20s restarting failed container=${pod.container} pod=${pod.name}`,
      },
    },
  };
  return states[pod.state];
}

/** What a scheduler was recorded to say of a pod that is too big. */
const UNSCHEDULABLE = {
  phase: 'Pending',
  conditions: [
    {
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message:
        '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
    },
  ],
};

function statusOf(pod: SimulatedPod) {
  if (pod.state === 'unschedulable') {
    const lastTransitionTime = new Date().toISOString();
    return {
      ...UNSCHEDULABLE,
      conditions: UNSCHEDULABLE.conditions.map(condition => ({
        ...condition,
        lastTransitionTime,
      })),
    };
  }
  const ready = pod.state === 'running' ? 'True' : 'False';
  return {
    phase: phaseOf(pod.state),
    conditions: [
      { type: 'PodScheduled', status: 'True' },
      { type: 'Ready', status: ready },
      { type: 'ContainersReady', status: ready },
    ],
    containerStatuses: [
      {
        name: pod.container,
        image: pod.image,
        imageID: '',
        ready: pod.state === 'running',
        restartCount: pod.state === 'crash-loop' ? 4 : 0,
        state: containerState(pod),
      },
    ],
  };
}
