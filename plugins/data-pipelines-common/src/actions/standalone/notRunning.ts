import { freshStats } from '../../health/flink-job/freshStats';
import { FlinkStats } from '../../resources/flinkStats';
import { isFlinkId } from '../flinkRequest';
import { ActionRefusal } from '../plan';
import { isSwitchedOff, LiveStandaloneJob } from './LiveStandaloneJob';

/**
 * What is known of a Flink job without an operator.
 *
 * @public
 */
export interface StandaloneAsIs {
  job: { spec: Pick<LiveStandaloneJob['spec'], 'replicas'> };
  /** What its Flink said last; absent where it said nothing. */
  stats?: FlinkStats;
  /** By the cluster's clock. */
  now: Date;
}

/** The job that Flink said to run; undefined where it runs none, or said nothing of late. */
export function runningId({ job, stats, now }: StandaloneAsIs) {
  const said = freshStats(stats, undefined, { now });
  if (isSwitchedOff(job) || said?.ended) return undefined;
  return isFlinkId(said?.jobId) ? said.jobId : undefined;
}

/** Whether it is known not to run, and not to begin by itself. */
export function hasStopped({ job, stats, now }: StandaloneAsIs): boolean {
  const said = freshStats(stats, undefined, { now });
  return (
    isSwitchedOff(job) ||
    said?.ended !== undefined ||
    said?.joblessSince !== undefined
  );
}

/** Why Flink can be asked for nothing that needs a running job; undefined when it can. */
export function notRunning(asIs: StandaloneAsIs): ActionRefusal | undefined {
  if (runningId(asIs)) return undefined;
  const { job, stats } = asIs;
  if (isSwitchedOff(job)) {
    return {
      sentence: 'It does not run: its values say suspended.',
      remedy: 'Set suspended to false in its values.',
    };
  }
  if (hasStopped(asIs)) {
    return {
      sentence: 'It does not run: it has ended.',
      remedy: 'Resume it from its last savepoint.',
    };
  }
  return {
    sentence:
      stats?.error ?? 'Its Flink has not said of late whether the job runs.',
    remedy: 'Look again when it answers.',
  };
}
