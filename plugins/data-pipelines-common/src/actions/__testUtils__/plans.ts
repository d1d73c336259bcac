import { ActionPlan } from '../plan';
import { FlinkAction } from '../flink/FlinkAction';
import { FlinkMoment } from '../flink/FlinkMoment';
import { LiveFlinkJob } from '../flink/LiveFlinkJob';
import { planFlinkAction } from '../flink/planFlinkAction';
import { momentOf, runningJob } from './moment';

export function plan(
  action: FlinkAction,
  job: LiveFlinkJob = runningJob(),
  change?: Partial<FlinkMoment>,
) {
  return planFlinkAction(action, momentOf(job, change));
}

/** Each step in a line. */
export function steps({ steps: all }: ActionPlan) {
  return all.map(step => {
    if (step.do === 'create') {
      return `create ${step.object.kind}/${step.object.metadata.name}`;
    }
    if (step.do === 'copy') return 'copy';
    if ('ask' in step) return `${step.do} ${JSON.stringify(step.ask)}`;
    if (step.do === 'delete') return `delete ${step.target.name} ${step.uid}`;
    return step.do === 'patch'
      ? `patch ${step.target.name} ${JSON.stringify(
          'spec' in step.patch && step.patch.spec,
        )}`
      : `wait ${step.target.name} ${step.until}`;
  });
}

/** Weight and id of each. */
export const traps = ({ traps: all }: ActionPlan) =>
  all.map(({ id, weight }) => `${weight} ${id}`);
