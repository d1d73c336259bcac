import { HealthReport } from '../../model/health';
import { ConnectorState } from '../../resources/strimzi';

/** What a state of Kafka Connect means for a connector. */
export const BY_CONNECTOR_STATE: Readonly<
  Record<ConnectorState, HealthReport>
> = {
  RUNNING: {
    health: 'Healthy',
    reason: 'Running',
    message: 'The connector is ready',
  },
  PAUSED: {
    health: 'Suspended',
    reason: 'Paused',
    message: 'The connector is paused on request',
    nextStep: 'Set its state to running in the values to go on.',
  },
  STOPPED: {
    health: 'Suspended',
    reason: 'Stopped',
    message: 'The connector is stopped on request',
    nextStep: 'Set its state to running in the values to go on.',
  },
  UNASSIGNED: {
    health: 'Progressing',
    reason: 'Unassigned',
    message: 'The connector waits for a worker',
    nextStep: 'If this lasts, look at the Connect cluster.',
  },
  RESTARTING: {
    health: 'Progressing',
    reason: 'Restarting',
    message: 'The connector restarts',
  },
  FAILED: {
    health: 'Degraded',
    reason: 'ConnectorFailed',
    message: 'The connector has failed',
    nextStep: "Read the log of the Connect cluster's workers.",
  },
  DESTROYED: {
    health: 'Progressing',
    reason: 'Deleting',
    message: 'The connector is being deleted',
  },
};
