import { Environment } from '../model/views';

/**
 * One step of a running Flink job: operators that Flink runs as one task.
 *
 * @public
 */
export interface FlinkVertex {
  id: string;
  name: string;
  parallelism: number;
  /** In Flink's words, such as RUNNING. */
  status: string;
  /** Ids of the steps before it. */
  inputs: string[];
  /** Share of the last second in which its busiest subtask worked, 0 to 1. */
  busy?: number;
  /** Share of the last second in which a subtask waited for the next step, 0 to 1. */
  held?: number;
  /** Records a second that all its subtasks take. */
  takes?: number;
  /** Records a second that all its subtasks give. */
  gives?: number;
  /** Records that it has still to read: only of a source that tells, as Kafka's does. */
  lag?: number;
  /** The time in the data that its slowest subtask has reached (ISO 8601). */
  watermark?: string;
}

/**
 * A failure that Flink remembers.
 *
 * @public
 */
export interface FlinkFailure {
  /** ISO 8601. */
  at: string;
  /** What was thrown first, in one line. */
  message: string;
  /** What was thrown because of it, the outermost first. */
  around: string[];
  /** Name of the task in which it was. */
  task?: string;
}

/**
 * The answer of `GET /jobs/{namespace}/{name}/flink`: what the running job's
 * own Flink says of it.
 *
 * @public
 */
export interface FlinkView {
  environment: Environment;
  /** When Flink said so (ISO 8601). */
  at: string;
  /** In the order in which records pass them. */
  vertices: FlinkVertex[];
  /** The latest first; Flink forgets them when the JobManager starts anew. */
  failures: FlinkFailure[];
  /** Which step holds the job back; absent where none does. */
  pressure?: string;
  /** Why nothing is known. */
  unanswered?: string;
}

/**
 * How far one Flink job is behind what it reads.
 *
 * @public
 */
export interface JobLag {
  entityRef: string;
  /** When Flink said so (ISO 8601). */
  at: string;
  /** Records that it has still to read; absent where its sources do not tell. */
  records?: number;
  /** Why nothing is known. */
  unanswered?: string;
}

/**
 * The answer of `GET /pipelines/{namespace}/{name}/lag`: how far the Flink jobs
 * of one environment are behind.
 *
 * @public
 */
export interface PipelineLagView {
  environment: Environment;
  jobs: JobLag[];
}
