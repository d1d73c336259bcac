import { JsonObject } from '@backstage/types';
import { FlinkJobForm, JobForm, SparkJobForm } from './pipelineForm';
import { FLINK_SIZES, FLINK_STATES, SPARK_SIZES } from './presets';

/** What the chart `flink` gets for a job of the form. */
export function flinkJobValues(job: FlinkJobForm): JsonObject {
  const size = job.size && FLINK_SIZES[job.size];
  const parallelism = job.parallelism ?? size?.parallelism;
  return {
    ...aboutJob(job),
    jar: job.jar ?? '',
    ...(job.mainClass && { entryClass: job.mainClass }),
    ...connections(job),
    ...(parallelism !== undefined && { parallelism }),
    upgrade: job.upgrade ?? 'savepoint',
    ...stateValues(job),
    ...(size && {
      jobManager: { ...size.jobManager },
      taskManager: { ...size.taskManager },
    }),
  };
}

/** What the chart `spark` gets for a job of the form. */
export function sparkJobValues(job: SparkJobForm): JsonObject {
  const size = job.size && SPARK_SIZES[job.size];
  return {
    ...aboutJob(job),
    main: job.main ?? '',
    ...(job.mainClass && { mainClass: job.mainClass }),
    ...connections(job),
    ...(job.schedule && { schedule: job.schedule }),
    ...(job.schedule && job.timeZone && { timeZone: job.timeZone }),
    ...(size && {
      driver: { ...size.driver },
      executor: { ...size.executor },
    }),
  };
}

function aboutJob(job: JobForm): JsonObject {
  return {
    ...(job.description && { description: job.description }),
    image: imageValues(job.image ?? ''),
  };
}

function connections(job: JobForm): JsonObject {
  return {
    ...(job.args?.length && { args: job.args }),
    reads: job.reads ?? [],
    writes: job.writes ?? [],
  };
}

function stateValues({ state: amount, size }: FlinkJobForm): JsonObject {
  if (!amount) return {};
  const { state, checkpoints, onDisk } = FLINK_STATES[amount];
  const local = onDisk && size && { local: { size: FLINK_SIZES[size].disk } };
  return { checkpoints: { ...checkpoints }, state: { ...state, ...local } };
}

/** `registry:5000/name:tag` or `name@sha256:…` in its parts. */
function imageValues(image: string): JsonObject {
  const [name, digest] = image.split('@');
  if (digest) return { repository: name, digest };
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/')
    ? { repository: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { repository: name, tag: 'latest' };
}
