import { ValueChange } from '../flink/gitChange';
import { JobMoment } from '../JobAction';
import { ActionPlan, ActionRefusal } from '../plan';
import { ActionStep } from '../step';

/**
 * What people can do to all jobs of a pipeline in one environment, one after
 * the other.
 *
 * @public
 */
export type PipelineAction = { action: 'stop' } | { action: 'start' };

/** @public */
export type PipelineActionName = PipelineAction['action'];

/**
 * A job of the pipeline, as a plan for all of them needs it.
 *
 * @public
 */
export interface FlowJob {
  /** The job's key in the chart's values. */
  name: string;
  /** Names of the jobs that write what it reads. */
  after: readonly string[];
  /** The job as it is, or why nothing can be done with it. */
  now: JobMoment | ActionRefusal;
}

/**
 * What is done with one job when it is its turn.
 *
 * @public
 */
export interface JobTurn {
  job: string;
  /** Why nothing has to be done with it, in one sentence. */
  already?: string;
  /** Absent where nothing has to or can be done. */
  plan?: ActionPlan;
  /** Why it cannot be done; the whole is refused then. */
  refusal?: ActionRefusal;
  /** The same in the values file. */
  values: ValueChange[];
}

/**
 * What an action will do to a pipeline, before it is done.
 *
 * @public
 */
export interface PipelineActionPlan {
  /** In the order in which they come. */
  turns: JobTurn[];
  /** What is to be known of the order, in sentences. */
  notes: string[];
  /** Why none of it is done; it names the job. */
  refusal?: ActionRefusal;
}

/**
 * A step of a whole pipeline's action, with the job whose turn it is.
 *
 * @public
 */
export type TurnStep = ActionStep & { job: string };
