import { failedTasks } from '../../health/kafka-connector/failedTasks';
import { ActionPlan, refusedPlan } from '../plan';
import { objectOf } from './annotate';
import { KafkaMoment } from './KafkaMoment';
import { refusedRestart, restartPlan } from './restart';

/**
 * Has the operator restart what has failed of a connector: one request, and
 * Connect itself looks which tasks these are (KIP-745), so however many there
 * are, none is forgotten and none that runs is touched.
 */
export function planRestartFailedTasks(moment: KafkaMoment): ActionPlan {
  const refused = refusedRestart(moment);
  if (refused) return refused;
  const { apiVersion, metadata, status } = moment.object;
  const failed = failedTasks(status?.connectorStatus);
  if (!failed) return noneFailed(moment);
  // Served without v1, it is Strimzi before 0.49; before 0.48 the operator
  // passes over this annotation without a word.
  if (apiVersion.endsWith('/v1beta2')) {
    return refusedPlan(
      objectOf(moment),
      'Strimzi before 0.49 may not know how to restart the failed tasks of a connector.',
      `Upgrade it, or restart them one by one: kubectl --namespace ${metadata.namespace} annotate kafkaconnector ${metadata.name} strimzi.io/restart-task=${failed.ids[0]}`,
    );
  }
  const { ids, why } = failed;
  const which =
    ids.length === 1
      ? `Task ${ids[0]} has failed`
      : `Tasks ${ids.join(', ')} have failed`;
  return restartPlan(moment, 'includeTasks,onlyFailed', {
    effects: [
      `${which}${why.replace(/\.$/, '')}.`,
      'The operator has Connect restart the tasks that have failed, and the connector where that has; what runs goes on.',
      'It removes the annotation when Connect has taken that. Whether they run again, the status says within two minutes.',
    ],
    traps: [
      {
        id: 'cause-remains',
        weight: 'note',
        sentence:
          'A restart does not remove the cause: a task that met a record it cannot take meets it again.',
        remedy: 'Remove the cause first.',
      },
    ],
  });
}

function noneFailed(moment: KafkaMoment): ActionPlan {
  const { tasks = [], connector } = moment.object.status?.connectorStatus ?? {};
  const states = tasks.map(task => `${task.id} is ${task.state}`);
  return refusedPlan(
    objectOf(moment),
    states.length === 0
      ? 'The operator reports no tasks of the connector.'
      : `No task of the connector has failed: ${states.join(', ')}.`,
    connector?.state === 'FAILED'
      ? 'Restart the connector, which has failed.'
      : "Where it does not move on, read the log of the Connect cluster's workers.",
  );
}
