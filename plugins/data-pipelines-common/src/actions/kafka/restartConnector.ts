import { ActionPlan } from '../plan';
import { KafkaMoment } from './KafkaMoment';
import { refusedRestart, restartPlan } from './restart';

/** Has the operator restart a connector, and none of its tasks. */
export function planRestartConnector(moment: KafkaMoment): ActionPlan {
  return (
    refusedRestart(moment) ??
    restartPlan(moment, 'true', {
      effects: [
        'The operator has Connect restart the connector, and removes the annotation when it did.',
        'Its tasks go on as they are: one that failed needs "Restart failed tasks".',
      ],
    })
  );
}
