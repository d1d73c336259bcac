import { FlinkRequest } from '../flinkRequest';
import { TakeSavepoint } from '../flink/FlinkAction';
import { folderRefusal, formatEffects } from '../flink/savepointWish';
import { ActionPlan, ActionRefusal, refusedPlan } from '../plan';
import { ActionStep } from '../step';
import { targetOf } from '../target';
import { restServiceOf } from './LiveStandaloneJob';
import { notRunning, runningId } from './notRunning';
import { StandaloneMoment } from './StandaloneMoment';

const MINUTES = 30;

/** Has Flink take a savepoint while the job runs on. */
export function planStandaloneSavepoint(
  moment: StandaloneMoment,
  wish: TakeSavepoint,
): ActionPlan {
  const target = targetOf(moment);
  const { name, folder, format } = wish;
  const refusal =
    notRunning(moment) ?? nameRefusal(name) ?? folderRefusal(folder);
  if (refusal) return refusedPlan(target, refusal.sentence, refusal.remedy);
  return {
    target,
    effects: [
      'The job keeps running; large state makes it slower meanwhile.',
      folder
        ? `Flink writes the savepoint below ${folder}.`
        : "Flink writes the savepoint to the job's savepoint folder.",
      ...formatEffects(wish),
      'Nothing deletes its files later.',
    ],
    steps: flinkSteps(moment, {
      to: 'savepoint',
      format: format === 'native' ? 'NATIVE' : 'CANONICAL',
      ...(folder && { folder }),
    }),
    cannotUndo: [],
    traps: [],
  };
}

function nameRefusal(name: string | undefined): ActionRefusal | undefined {
  return name === undefined
    ? undefined
    : {
        sentence:
          'Without the Flink operator a savepoint has no object, and so no name of its own.',
        remedy: 'Leave the name empty.',
      };
}

/** Asks Flink, and waits until it is done. */
export function flinkSteps(
  moment: StandaloneMoment,
  request: Pick<FlinkRequest, 'to' | 'format' | 'folder' | 'drain'>,
): ActionStep[] {
  const target = targetOf(moment);
  const ask: FlinkRequest = {
    ...request,
    service: restServiceOf(moment.job),
    job: runningId(moment) ?? '',
    trigger: moment.trigger,
  };
  return [
    { do: 'ask-flink', target, ask },
    { do: 'await-flink', target, ask, minutes: MINUTES },
  ];
}
