import {
  FlinkJobForm,
  JobForm,
  SparkJobForm,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RowProblem } from '../rowProblem';
import { scheduleOf } from './schedule';

export const NO_JOB = 'Add a job.';

/** Flink allows no more in the names of its objects. */
const NAME_LIMIT = 45;

/** What else the form holds that a job must agree with. */
export interface JobContext {
  /** Name of the pipeline. */
  pipeline?: string;
  topics: string[];
  /** Names of the jobs of the other engine. */
  others: string[];
}

/** What is wrong with Flink jobs, as far as the form alone can say. */
export function flinkProblems(
  jobs: FlinkJobForm[],
  context: JobContext,
): RowProblem<FlinkJobForm>[] {
  return jobs.flatMap((job, index) => [
    ...jobProblems(job, index, jobs, context),
    ...found<FlinkJobForm>(index, {
      jar:
        !/^[a-z0-9]+:\/\/.+/.test(job.jar ?? '') &&
        'Say where the jar is, such as local:///opt/flink/usrlib/job.jar.',
      parallelism:
        job.parallelism !== undefined &&
        !(Number.isInteger(job.parallelism) && job.parallelism > 0) &&
        'A job has a parallelism of at least 1.',
    }),
  ]);
}

/** What is wrong with Spark jobs, as far as the form alone can say. */
export function sparkProblems(
  jobs: SparkJobForm[],
  context: JobContext,
): RowProblem<SparkJobForm>[] {
  return jobs.flatMap((job, index) => [
    ...jobProblems(job, index, jobs, context),
    ...found<SparkJobForm>(index, {
      main:
        !job.main &&
        'Say where jar or script is, such as local:///opt/app/report.py.',
      schedule:
        job.schedule && scheduleOf(job.schedule, job.timeZone || 'UTC').problem,
    }),
  ]);
}

function jobProblems(
  job: JobForm,
  index: number,
  jobs: JobForm[],
  { pipeline = '', topics, others }: JobContext,
): RowProblem<JobForm>[] {
  const { name } = job;
  const unknown = (names: string[] = []) => {
    const missing = names.filter(topic => !topics.includes(topic));
    return (
      missing.length > 0 &&
      `${missing.join(
        ', ',
      )} is not among the topics; add it there, or take it out here.`
    );
  };
  const twice =
    jobs.findIndex(other => other.name === name) < index ||
    others.includes(name);
  return found<JobForm>(index, {
    name:
      (!name && 'Give the job a name.') ||
      (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) &&
        'Use lower-case letters, digits and dashes, beginning with a letter.') ||
      (`${pipeline}-${name}`.length > NAME_LIMIT &&
        `With the pipeline's name these are more than ${NAME_LIMIT} characters; shorten one of them.`) ||
      (twice && 'Another job has this name; remove or rename one of them.'),
    image:
      !/^[^\s]+$/.test(job.image ?? '') &&
      'Give the image, with its tag or digest.',
    reads: unknown(job.reads),
    writes: unknown(job.writes),
  });
}

function found<Row>(
  index: number,
  messages: Partial<Record<keyof Row & string, string | false | undefined>>,
): RowProblem<Row>[] {
  return Object.entries<string | false | undefined>(messages).flatMap(
    ([input, message]) =>
      message ? [{ index, input: input as keyof Row & string, message }] : [],
  );
}
