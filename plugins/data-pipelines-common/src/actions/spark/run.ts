import { ActionPlan, ActionTrap, refusedPlan } from '../plan';
import { targetOf } from '../target';
import { LiveSparkSchedule } from './LiveSparkJob';
import { copyName } from './copyName';
import { MomentOf } from './SparkMoment';

/** On a run: the name of its schedule, by which the operator knows its runs. */
export const SCHEDULED_BY = 'sparkoperator.k8s.io/scheduled-app-name';

const WRITES = 'What the run writes stays, as that of any other run.';

/**
 * One run more, made as operator 2.5 makes one (its source): the schedule's
 * template as a SparkApplication with the schedule's labels, owned by it.
 */
export function planRunNow(moment: MomentOf<LiveSparkSchedule>): ActionPlan {
  const { job, runs, annotations, cluster } = moment;
  const { name, namespace, labels, generation, uid } = job.metadata;
  const target = targetOf(moment);
  const forbids = job.spec.concurrencyPolicy === 'Forbid';
  if (forbids && runs.length > 0) {
    return refusedPlan(
      target,
      `${runs.join(
        ', ',
      )} has not ended, and the schedule forbids two runs at a time.`,
      'Wait for its end.',
    );
  }
  const run = {
    apiVersion: job.apiVersion,
    kind: 'SparkApplication',
    namespace,
    name: copyName(job.metadata, moment),
    cluster,
  };
  return {
    target,
    effects: [
      `The SparkApplication ${run.name} is made from the schedule's template, as the operator makes one.`,
      'It counts as a run of the schedule, and is kept or deleted by its history limits.',
      job.spec.suspend
        ? 'The schedule stays suspended.'
        : `The schedule stays as it is${
            forbids ? '; its next run waits for the end of this one' : ''
          }.`,
    ],
    steps: [
      {
        do: 'copy',
        source: target,
        field: 'spec.template',
        generation,
        into: {
          apiVersion: run.apiVersion,
          kind: run.kind,
          metadata: {
            name: run.name,
            namespace,
            labels: { ...labels, [SCHEDULED_BY]: name },
            annotations,
            ...(uid && {
              ownerReferences: [
                { apiVersion: job.apiVersion, kind: job.kind, name, uid },
              ],
            }),
          },
        },
      },
      { do: 'wait', target: run, until: 'application-running', minutes: 15 },
    ],
    cannotUndo: [WRITES],
    traps: runTraps(moment),
  };
}

function runTraps({ job, runs }: MomentOf<LiveSparkSchedule>): ActionTrap[] {
  return [
    ...(runs.length > 0
      ? [
          {
            id: 'runs-beside',
            weight: 'acknowledge',
            sentence: `${runs.join(
              ', ',
            )} has not ended: both work at once, and may write the same.`,
            remedy: 'Wait for its end.',
          } as const,
        ]
      : []),
    ...(job.spec.concurrencyPolicy === 'Replace' && !job.spec.suspend
      ? [
          {
            id: 'may-be-replaced',
            weight: 'note',
            sentence:
              'Where this run still works when the next one is due, the operator deletes it: the schedule replaces its runs.',
            remedy: 'Suspend the schedule first where this run takes long.',
          } as const,
        ]
      : []),
  ];
}
