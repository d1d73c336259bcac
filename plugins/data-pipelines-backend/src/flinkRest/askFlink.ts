import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';
import { isUnknownThere } from '../serviceProxy/NoAnswer';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { ServiceRef } from '../serviceProxy/ServiceRef';
import { FlinkReads } from './flinkReads';
import { AskedJob } from './flinkTargets';
import { unlessOff } from './unlessOff';
import { runningJob } from './runningJob';

/** One Flink cluster, asked in one round. */
interface Question {
  proxy: Pick<ServiceProxy<FlinkReads>, 'read'>;
  service: ServiceRef;
  signal: AbortSignal;
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
  { proxy, service, signal }: Question,
  asked: AskedJob,
  before: FlinkStats | undefined,
): Promise<Said | undefined> {
  const job = asked.jobId
    ? { id: asked.jobId, startedAt: asked.startedAt }
    : runningJob(await proxy.read(service, 'jobs', { signal }));
  if (!job) return undefined;
  const known = before?.jobId === job.id ? before : undefined;
  const about = { signal, job: job.id };
  try {
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
  } catch (error) {
    if (isUnknownThere(error)) return undefined;
    throw error;
  }
}
