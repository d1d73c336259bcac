import { KubernetesObject } from '../client';

const PAUSE = 'strimzi.io/pause-reconciliation';
const RESTART = 'strimzi.io/restart';
const WORDS = ['true', 'includeTasks', 'onlyFailed'];

/** Of a connector, as Connect tells it. */
export interface Task {
  id: number;
  state: string;
  worker_id?: string;
  trace?: string;
}

interface Connector extends KubernetesObject {
  status?: {
    conditions?: object[];
    connectorStatus?: { connector: object; tasks: Task[] };
  };
}

/** Merge patches of what becomes of an object that is to be restarted. */
export interface Restarting {
  status?: object;
  metadata?: { annotations: Record<string, null> };
}

/**
 * What Strimzi's operator makes of the annotation (KafkaConnectAssemblyOperator,
 * hasRestartAnnotation and restartAnnotationIsValid): `true` restarts the
 * connector alone; includeTasks the tasks as well, with onlyFailed those that
 * failed, as Connect decides (RestartRequest, shouldRestartTask). It takes the
 * annotation away when Connect has done it, and leaves one that it does not
 * understand, with a warning.
 */
export function restartOf({
  metadata,
  status,
}: Connector): Restarting | undefined {
  const wanted = metadata.annotations?.[RESTART]?.trim();
  if (!wanted || wanted.includes('false')) return undefined;
  if (metadata.annotations?.[PAUSE] === 'true') return undefined;
  const words = wanted.split(',').map(word => word.trim());
  const isKnown = words.every(word => WORDS.includes(word));
  if (!isKnown || (words.includes('true') && words.length > 1)) {
    return warned(status?.conditions ?? []);
  }
  const taken = { annotations: { [RESTART]: null } };
  const { connector, tasks = [] } = status?.connectorStatus ?? {};
  const restarted = tasks.map(task =>
    words.includes('includeTasks') &&
    (!words.includes('onlyFailed') || task.state === 'FAILED')
      ? { id: task.id, state: 'RUNNING', worker_id: task.worker_id }
      : task,
  );
  const isSame = restarted.every((task, at) => task === tasks[at]);
  if (isSame) return { metadata: taken };
  return {
    metadata: taken,
    status: {
      connectorStatus: { connector, tasks: restarted },
      conditions: [conditionOf('Ready')],
    },
  };
}

function warned(conditions: object[]): Restarting | undefined {
  const isSaid = conditions.some(
    condition => Reflect.get(condition, 'reason') === 'RestartConnector',
  );
  if (isSaid) return undefined;
  const warning = {
    ...conditionOf('Warning'),
    reason: 'RestartConnector',
    message: 'Invalid annotation format',
  };
  return { status: { conditions: [...conditions, warning] } };
}

function conditionOf(type: string) {
  return {
    type,
    status: 'True',
    lastTransitionTime: new Date().toISOString(),
  };
}
