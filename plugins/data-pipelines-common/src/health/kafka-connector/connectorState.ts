import { Health } from '../../model/health';
import { ConnectorState } from '../../resources/strimzi';

/** What a state of Kafka Connect means, for a connector or one of its tasks. */
export const BY_CONNECTOR_STATE: Readonly<
  Record<ConnectorState, { health: Health; reason: string; is: string }>
> = {
  RUNNING: { health: 'Healthy', reason: 'Running', is: 'runs' },
  PAUSED: { health: 'Suspended', reason: 'Paused', is: 'is paused on request' },
  STOPPED: {
    health: 'Suspended',
    reason: 'Stopped',
    is: 'is stopped on request',
  },
  UNASSIGNED: {
    health: 'Progressing',
    reason: 'Unassigned',
    is: 'waits for a worker',
  },
  RESTARTING: { health: 'Progressing', reason: 'Restarting', is: 'restarts' },
  FAILED: { health: 'Degraded', reason: 'ConnectorFailed', is: 'has failed' },
  DESTROYED: {
    health: 'Progressing',
    reason: 'Deleting',
    is: 'is being deleted',
  },
};
