import {
  FlinkDeployment,
  FlinkEnd,
  FlinkJobState,
  FlinkSessionJob,
  FlinkStats,
  stoppedWith,
  upgradePathOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange, ObjectChangeOf } from '../../collector/ObjectChange';
import { isSettled } from '../../flinkRest/isSettled';
import { ProgressFact } from './Fact';
import { fromMilliseconds } from './fromMilliseconds';
import { ENDED, runFact, RUNNING, RunState } from './runFact';

type Resource =
  | 'flinkdeployments.flink.apache.org'
  | 'flinksessionjobs.flink.apache.org';
type Job = FlinkDeployment | FlinkSessionJob;

/** What a job's state means for its run; nothing while it is being looked for. */
const STATES: Record<FlinkJobState, RunState | undefined> = {
  CREATED: 'running',
  INITIALIZING: 'running',
  RUNNING: 'running',
  RESTARTING: 'running',
  FAILING: 'running',
  CANCELLING: 'running',
  FAILED: 'failed',
  CANCELED: 'stopped',
  SUSPENDED: 'stopped',
  FINISHED: 'finished',
  // Flink was not asked yet: the times are those of the job before.
  RECONCILING: undefined,
};

/**
 * Begin and end of a Flink job, by its job id and the time of its start: where
 * it goes on with its last state it keeps the id.
 */
export function flinkRunFacts<R extends Resource>(
  change: ObjectChangeOf<R>,
): Array<ProgressFact<'run'>> {
  const was = runOf(change.before) ?? lostRun(change.before);
  const is = runOf(change.after);
  const facts: Array<ProgressFact<'run'>> = [];
  if (was?.state === 'running' && hasEnded(was, is, change.after)) {
    const gone = change.before?.metadata.deletionTimestamp;
    const at = (!change.after && gone) || change.at;
    facts.push(
      runFact({
        at,
        key: was.key,
        rank: ENDED,
        detail: { ...was, state: 'stopped', endedAt: at },
      }),
    );
  }
  if (is) facts.push(factOf(is, change));
  return facts;
}

/** The same where no operator watches: what Flink itself says it runs. */
export function flinkStatsRunFacts(
  change: FlinkStatsChange,
): Array<ProgressFact<'run'>> {
  const { after, resource } = change;
  if (resource !== 'statefulsets.apps' || !after) return [];
  const { jobId, startedAt, ended } = after;
  if (!jobId || !startedAt) return [];
  const run = { run: jobId, startedAt };
  if (ended) {
    const { at: endedAt = change.at } = ended;
    const state = endOf(after, ended.state);
    if (!state) return [];
    return [
      runFact({
        at: endedAt,
        key: jobId,
        rank: ENDED,
        detail: { ...run, state, endedAt },
      }),
    ];
  }
  return [
    runFact({
      at: startedAt,
      key: jobId,
      rank: RUNNING,
      detail: { ...run, state: 'running' },
    }),
  ];
}

/** Undefined while Flink may not have told yet that it was stopped with a savepoint. */
function endOf(stats: FlinkStats, state: FlinkEnd): RunState | undefined {
  if (state !== 'FINISHED') return STATES[state];
  if (stoppedWith(stats)) return 'stopped';
  return isSettled(stats) ? 'finished' : undefined;
}

/** Whether a run is over although its object tells nothing of it any more. */
function hasEnded(was: Run, is: Run | undefined, after: Job | undefined) {
  const { jobId, state } = after?.status?.jobStatus ?? {};
  if (!after || was.run !== jobId) return true;
  if (is) return is.key !== was.key;
  // Stopped with its last state its pods are gone at once.
  return state === 'FINISHED' && isStopping(after);
}

interface Run {
  key: string;
  run: string;
  state: RunState;
  startedAt?: string;
  startedFrom?: string;
  endedAt?: string;
}

function runOf(object: Job | undefined): Run | undefined {
  const { jobStatus, jobManagerDeploymentStatus } = object?.status ?? {};
  const known = jobStatus?.state && STATES[jobStatus.state];
  // Without a JobManager the state is that of the job before.
  if (!object || !known || jobManagerDeploymentStatus === 'MISSING') {
    return undefined;
  }
  if (!jobStatus.jobId) return undefined;
  const state = known === 'finished' && isStopping(object) ? 'stopped' : known;
  return {
    key: keyOf(object, jobStatus.jobId, jobStatus.startTime),
    run: jobStatus.jobId,
    state,
    startedAt: fromMilliseconds(jobStatus.startTime),
    startedFrom: state === 'running' ? upgradePathOf(object) : undefined,
    // Of a job that was stopped it is the time before.
    endedAt:
      known === state && state !== 'running'
        ? fromMilliseconds(jobStatus.updateTime)
        : undefined,
  };
}

/**
 * The run that was there before the operator began to look for it. While it
 * deploys, the time of the start is of the run before.
 */
function lostRun(object: Job | undefined): Run | undefined {
  const { jobId, startTime, state } = object?.status?.jobStatus ?? {};
  if (!object || !jobId || state !== 'RECONCILING') return undefined;
  const isOfThis = Number(startTime) > Date.parse(object.deployed?.at ?? '');
  return isOfThis
    ? {
        key: keyOf(object, jobId, startTime),
        run: jobId,
        state: 'running',
        startedAt: fromMilliseconds(startTime),
      }
    : undefined;
}

function keyOf({ metadata }: Job, run: string, startTime = ''): string {
  return `${metadata.uid} ${run} ${startTime}`;
}

/** A job that stops with a savepoint ends as FINISHED, like one that is done. */
function isStopping({ metadata, spec, status }: Job): boolean {
  switch (status?.lifecycleState) {
    case 'SUSPENDED':
    case 'UPGRADING':
    case 'ROLLING_BACK':
    case 'DELETING':
      return true;
    default:
      return Boolean(
        metadata.deletionTimestamp || spec.job?.state === 'suspended',
      );
  }
}

function factOf(
  { key, ...run }: Run,
  { at, before }: { at: string; before?: Job },
): ProgressFact<'run'> {
  if (run.state === 'running') {
    const began = run.startedAt ?? at;
    return runFact({ at: began, key, rank: RUNNING, detail: run });
  }
  // Seen for the first time, it may have ended long ago.
  const endedAt = run.endedAt ?? (before && at);
  return runFact({
    at: endedAt ?? run.startedAt ?? at,
    key,
    rank: ENDED,
    detail: { ...run, endedAt },
  });
}
