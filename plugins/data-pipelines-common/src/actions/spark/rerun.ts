import { ActionPlan, refusedPlan } from '../plan';
import { targetOf } from '../target';
import { copyName } from './copyName';
import { hasEnded, LiveSparkApplication } from './LiveSparkJob';
import { MomentOf } from './SparkMoment';

/**
 * Runs an application again that has ended. Operator 2.5 offers only a change
 * of the spec for that (its source: everything but `suspend` and
 * `timeToLiveSeconds`), which would be drift and forgets the last run; so it
 * is a new application, and nothing is deleted.
 */
export function planRerun(moment: MomentOf<LiveSparkApplication>): ActionPlan {
  const { job, annotations, labels, cluster } = moment;
  const { name, namespace, generation } = job.metadata;
  const target = targetOf(moment);
  if (!hasEnded(job)) {
    return job.spec.suspend
      ? refusedPlan(target, 'It is suspended.', 'Resume it.')
      : refusedPlan(
          target,
          'It has not ended: two of it would work at once.',
          'Wait for its end, or suspend and resume it.',
        );
  }
  const run = {
    apiVersion: job.apiVersion,
    kind: job.kind,
    namespace,
    name: copyName(job.metadata, moment),
    cluster,
  };
  return {
    target,
    effects: [
      `The new SparkApplication ${run.name} does once more what ${name} did; that one stays as it is.`,
      'From then on the portal shows the one that was started last.',
    ],
    steps: [
      {
        do: 'copy',
        source: target,
        field: 'spec',
        generation,
        without: ['suspend'],
        into: {
          apiVersion: run.apiVersion,
          kind: run.kind,
          metadata: { name: run.name, namespace, labels, annotations },
        },
      },
      { do: 'wait', target: run, until: 'application-running', minutes: 15 },
    ],
    cannotUndo: ['What it writes stays, beside or over that of the last run.'],
    traps: [
      {
        id: 'not-of-release',
        weight: 'note',
        sentence: `The new application is of no release: neither helm uninstall nor an upgrade changes it${
          job.spec.timeToLiveSeconds ? '' : ', and nothing deletes it'
        }.`,
        remedy: job.spec.timeToLiveSeconds
          ? `The operator deletes it ${job.spec.timeToLiveSeconds} seconds after its end.`
          : 'Delete it when nobody wants its history any more.',
      },
    ],
  };
}
