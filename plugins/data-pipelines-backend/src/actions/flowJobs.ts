import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ActionRefusal,
  FlowJob,
  JobMoment,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterSilent, LiveReader } from '../drift/LiveReader';
import { mapLimited } from '../drift/mapLimited';
import { JobAt } from '../service/jobAt';
import { PipelineAt } from '../service/pipelineAt';
import { jobMoment, requireActionable } from './jobMoment';
import { readLive } from './liveObject';

/** How many jobs are read at the same time. */
const AT_ONCE = 8;

/**
 * Asks the cluster for every job of a pipeline, now.
 *
 * @param id - of the action
 * @throws ServiceUnavailableError where it does not answer
 */
export async function flowJobs(
  { jobs }: PipelineAt,
  user: string,
  id: string,
  reader: LiveReader,
): Promise<FlowJob[]> {
  return mapLimited(jobs, AT_ONCE, async ({ at, after }) => ({
    name: at.job.name,
    after,
    now: await nowOf(at, user, id, reader),
  }));
}

async function nowOf(
  at: JobAt,
  user: string,
  id: string,
  reader: LiveReader,
): Promise<JobMoment | ActionRefusal> {
  const { object } = at.job;
  if (!object) {
    return {
      sentence: `It is not installed in ${at.environment.name}.`,
      remedy: 'Install its chart there first.',
    };
  }
  try {
    requireActionable(object);
    return jobMoment({ at, user }, id, await readLive(reader, object));
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof ClusterSilent) {
      throw new ServiceUnavailableError(
        `${message}. Nothing can be done until it answers.`,
      );
    }
    if (error instanceof ConflictError) return split(message);
    if (error instanceof NotFoundError) {
      return { sentence: message, remedy: 'Install its chart again.' };
    }
    if (error instanceof NotAllowedError) {
      return { sentence: message, remedy: 'Let the portal read it.' };
    }
    throw error;
  }
}

/** What is wrong, and what to do about it. */
function split(message: string): ActionRefusal {
  const end = message.indexOf('. ') + 1;
  return {
    sentence: message.slice(0, end || undefined),
    remedy: end ? message.slice(end + 1) : '',
  };
}
