import { FlinkRequest } from '../flinkRequest';
import { TakeSavepoint } from '../flink/FlinkAction';
import { snapshotPathRefusal } from '../flink/snapshotPath';
import { ActionPlan, ActionRefusal, refusedPlan } from '../plan';
import { ActionStep } from '../step';
import { targetOf } from '../target';
import { restServiceOf } from './LiveStandaloneJob';
import { notRunning, runningId } from './notRunning';
import { StandaloneMoment } from './StandaloneMoment';

const MINUTES = 30;
const FOLDER =
  'Name a folder that the job may write to, such as s3://bucket/job/savepoints.';

/** Has Flink take a savepoint while the job runs on. */
export function planStandaloneSavepoint(
  moment: StandaloneMoment,
  wish: TakeSavepoint,
): ActionPlan {
  const target = targetOf(moment);
  const { name, folder, format } = wish;
  const refusal =
    notRunning(moment) ??
    nameRefusal(name) ??
    (folder === undefined ? undefined : snapshotPathRefusal(folder, FOLDER));
  if (refusal) return refusedPlan(target, refusal.sentence, refusal.remedy);
  return {
    target,
    effects: [
      'The job keeps running; large state makes it slower meanwhile.',
      folder
        ? `Flink writes the savepoint below ${folder}.`
        : "Flink writes the savepoint to the job's savepoint folder.",
      ...(format === 'native'
        ? [
            'In the native format it is taken and restored faster, and only the state backend that the job has now can read it.',
          ]
        : []),
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
