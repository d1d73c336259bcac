import {
  FlinkEnd,
  FlinkStats,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isUnknownThere } from '../serviceProxy/NoAnswer';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { ServiceRef } from '../serviceProxy/ServiceRef';
import { FlinkReads } from './flinkReads';
import { isSettled } from './isSettled';
import { AskedJob } from './flinkTargets';
import { unlessOff } from './unlessOff';
import { FlinkJob } from './readJobs';
import { isEnd, lastJob } from './runningJob';

/** One Flink cluster, asked in one round. */
interface Question {
  proxy: Pick<ServiceProxy<FlinkReads>, 'read'>;
  service: ServiceRef;
  signal: AbortSignal;
  /** By the cluster's own clock. */
  now: Date;
}

/** What Flink says of a job. */
export type Said = Omit<FlinkStats, 'at'>;

/**
 * Asks about one job: two requests in most rounds, for what does not change
 * is not asked again.
 *
 * @param before - what it said last
 * @returns undefined where Flink does not know the job
 * @throws NoAnswer
 */
export async function askFlink(
  question: Question,
  asked: AskedJob,
  before: FlinkStats | undefined,
): Promise<Said | undefined> {
  const { proxy, service, signal, now } = question;
  const job: FlinkJob | undefined = asked.jobId
    ? // Whether it runs, its operator says.
      { id: asked.jobId, startedAt: asked.startedAt, state: 'RUNNING' }
    : lastJob(await proxy.read(service, 'jobs', { signal }));
  if (!job) {
    return { joblessSince: before?.joblessSince ?? now.toISOString() };
  }
  const known = before?.jobId === job.id ? before : undefined;
  const about = { ...question, job: job.id };
  try {
    if (!isEnd(job.state) || hasJustFinished(job, now)) {
      return await askRunning(about, job, known);
    }
    return known && isSettled(known)
      ? told(known)
      : await askEnded(about, job, job.state);
  } catch (error) {
    if (isUnknownThere(error)) return undefined;
    throw error;
  }
}

type About = Question & { job: string };

/**
 * Milliseconds in which Flink may know that a job has finished, and tell of its
 * checkpoints as they were before (`web.refresh-interval` is 3 s): a savepoint
 * of then is not the one that the job was stopped with.
 */
const TELLS_OF_BEFORE = 5_000;

function hasJustFinished({ state, endedAt }: FlinkJob, now: Date): boolean {
  return (
    state === 'FINISHED' &&
    now.getTime() - Date.parse(endedAt ?? '') < TELLS_OF_BEFORE
  );
}

async function askRunning(
  { proxy, service, ...about }: About,
  job: FlinkJob,
  known: FlinkStats | undefined,
): Promise<Said> {
  // Flink answers the first question with nothing and begins to count then.
  const counted = await proxy.read(service, 'restarts', about);
  const restarts = counted ?? known?.restarts;
  // A JobManager that starts again counts from nothing.
  const failedAnew = known
    ? restarts !== known.restarts && restarts !== 0
    : restarts !== 0;
  const exception = failedAnew
    ? await proxy.read(service, 'exception', about)
    : known?.exception;
  const checkpoints = await unlessOff(async () => {
    const found = await proxy.read(service, 'checkpoints', about);
    const interval = known?.checkpoints
      ? known.checkpoints.interval
      : await proxy.read(service, 'checkpointInterval', about);
    return { ...found, ...(interval !== undefined && { interval }) };
  });
  return {
    jobId: job.id,
    ...(job.startedAt && { startedAt: job.startedAt }),
    ...(restarts !== undefined && { restarts }),
    ...(exception && { exception }),
    ...(checkpoints && { checkpoints }),
  };
}

/** What Flink keeps of a job that has ended does not change any more. */
async function askEnded(
  { proxy, service, ...about }: About,
  { id, startedAt, endedAt }: FlinkJob,
  state: FlinkEnd,
): Promise<Said> {
  const exception =
    state === 'FAILED'
      ? await proxy.read(service, 'exception', about)
      : undefined;
  const checkpoints = await unlessOff(() =>
    proxy.read(service, 'checkpoints', about),
  );
  return {
    jobId: id,
    ...(startedAt && { startedAt }),
    ended: { state, ...(endedAt && { at: endedAt }) },
    ...(exception && { exception }),
    ...(checkpoints && { checkpoints }),
  };
}

/** But for when it was told. */
function told({ at, freshFor, error, ...said }: FlinkStats): Said {
  return said;
}
