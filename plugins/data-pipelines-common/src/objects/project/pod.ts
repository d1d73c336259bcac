import { ContainerStatus, Pod } from '../../resources/pod';
import { Projection } from './custom';
import { metadataOf } from './metadata';
import { select, Selection } from './selection';

const STATUS: Selection<NonNullable<Pod['status']>> = {
  phase: true,
  reason: true,
  message: true,
  startTime: true,
  conditions: true,
  initContainerStatuses: true,
  containerStatuses: true,
};

const STATE = {
  waiting: { reason: true, message: true },
  running: { startedAt: true },
  terminated: {
    exitCode: true,
    reason: true,
    message: true,
    startedAt: true,
    finishedAt: true,
  },
} as const;

const CONTAINER: Selection<ContainerStatus> = {
  name: true,
  ready: true,
  restartCount: true,
  state: STATE,
  lastState: STATE,
};

/** Says nothing of what the pod runs: its spec holds variables and mounts. */
export const pod: Projection<Pod> = raw => {
  const status = select(STATUS, raw.status ?? {}) as Pod['status'];
  return {
    metadata: metadataOf(raw),
    status: {
      ...status,
      ...containers('initContainerStatuses', status),
      ...containers('containerStatuses', status),
    },
  };
};

function containers(
  key: 'initContainerStatuses' | 'containerStatuses',
  status: Pod['status'],
) {
  const found: unknown = status?.[key];
  return Array.isArray(found)
    ? { [key]: found.map(one => select(CONTAINER, one)) }
    : {};
}
