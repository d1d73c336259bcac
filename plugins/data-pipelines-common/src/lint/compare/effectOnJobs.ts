import { LABEL_JOB } from '../../annotations';
import { Change, JobEffect } from './change';
import { compare } from './compare';
import { equal, valueAt } from './equal';
import { groupOf, identityOf, RenderedObject } from './renderedObject';

/**
 * What a change does to one job.
 *
 * @public
 */
export interface JobChange {
  engine: 'flink' | 'spark';
  job: string;
  /** `unknown` where its object changes and no rule knows what its operator does. */
  effect: JobEffect | 'nothing' | 'refused' | 'unknown';
  /** The same in a sentence without a full stop. */
  says: string;
  /** What to do about it; empty where there is nothing. */
  remedy: string;
}

/** The one that decides first. */
const ORDER: readonly JobEffect[] = [
  'stops',
  'runs-again',
  'restarts-empty',
  'restarts-from-savepoint',
  'restarts-from-checkpoint',
  'starts',
  'runs-otherwise-next-time',
];

/** By group: kinds that run a job. */
const WORKLOADS: Readonly<Record<string, readonly string[]>> = {
  'flink.apache.org': ['FlinkDeployment', 'FlinkSessionJob'],
  'sparkoperator.k8s.io': ['SparkApplication', 'ScheduledSparkApplication'],
  'spark.apache.org': ['SparkApplication'],
  apps: ['StatefulSet'],
  batch: ['Job', 'CronJob'],
};

/** Of these, every change without an effect is one that the job does not notice. */
const KNOWN = ['flink.apache.org', 'sparkoperator.k8s.io', 'apps', 'batch'];

/**
 * What a change does to each running job, by two renderings of the same
 * release; jobs in alphabetical order.
 *
 * @public
 */
export function effectOnJobs(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): JobChange[] {
  const [was, now] = [jobsIn(before), jobsIn(after)];
  const changes = compare(before, after);
  return [...new Set([...was.keys(), ...now.keys()])].sort().map(key => {
    const [engine, job] = key.split('/') as ['flink' | 'spark', string];
    return {
      engine,
      job,
      ...effectOn({
        before: was.get(key) ?? [],
        after: now.get(key) ?? [],
        changes: changes.filter(({ object }) =>
          isAbout(object, key, before, was.get(key) ?? []),
        ),
      }),
    };
  });
}

type Effect = Pick<JobChange, 'effect' | 'says' | 'remedy'>;

function effectOn(options: {
  before: RenderedObject[];
  after: RenderedObject[];
  changes: Change[];
}): Effect {
  const { before, after, changes } = options;
  const refused = changes.find(({ severity }) => severity === 'refused');
  if (refused) return said('refused', refused);
  const [decisive] = changes
    .filter(({ effect }) => effect !== undefined)
    .sort((a, b) => ORDER.indexOf(a.effect!) - ORDER.indexOf(b.effect!));
  if (decisive) return said(decisive.effect!, decisive);
  if (before.length === 0) {
    return { effect: 'starts', says: 'the job is new', remedy: '' };
  }
  if (after.length === 0) {
    return { effect: 'stops', says: 'the job stops', remedy: '' };
  }
  const unknown = after.find(
    object =>
      !KNOWN.includes(groupOf(object)) &&
      !before.some(other => equal(other.spec, object.spec)),
  );
  return unknown
    ? {
        effect: 'unknown',
        says: `its ${unknown.kind} changes, and what the operator makes of that is not known`,
        remedy: "Read the operator's notes before you apply it.",
      }
    : { effect: 'nothing', says: 'the job goes on as it is', remedy: '' };
}

function said(effect: Effect['effect'], { problem, remedy }: Change): Effect {
  return {
    effect,
    says: problem,
    remedy: remedy === 'Nothing to do.' ? '' : remedy,
  };
}

function jobsIn(objects: readonly RenderedObject[]) {
  const jobs = new Map<string, RenderedObject[]>();
  for (const object of objects) {
    const key = jobOf(object);
    if (key && isWorkload(object)) {
      jobs.set(key, [...(jobs.get(key) ?? []), object]);
    }
  }
  return jobs;
}

function isWorkload(object: RenderedObject): boolean {
  return WORKLOADS[groupOf(object)]?.includes(object.kind) ?? false;
}

/** `flink/<job>` or `spark/<job>`; a hook's objects are of no job. */
function jobOf({ metadata }: RenderedObject): string | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const engine = labels['app.kubernetes.io/component'];
  const isJob = labels[LABEL_JOB] && !('helm.sh/hook' in annotations);
  return isJob && (engine === 'flink' || engine === 'spark')
    ? `${engine}/${labels[LABEL_JOB]}`
    : undefined;
}

/** Its own objects, and the session cluster that it runs in. */
function isAbout(
  object: Change['object'],
  key: string,
  rendering: readonly RenderedObject[],
  workloads: RenderedObject[],
): boolean {
  const { apiVersion, kind, namespace, name } = object;
  const id = identityOf({ apiVersion, kind, metadata: { namespace, name } });
  const changed = rendering.find(other => identityOf(other) === id);
  if (!changed) return false;
  return (
    jobOf(changed) === key ||
    (kind === 'FlinkDeployment' &&
      workloads.some(
        workload => valueAt(workload, 'spec.deploymentName') === name,
      ))
  );
}
