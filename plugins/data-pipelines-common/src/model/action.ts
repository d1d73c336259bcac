import { ValueChange } from '../actions/flink/gitChange';
import { JobAction, JobActionName } from '../actions/JobAction';
import { KafkaAction, KafkaActionName } from '../actions/kafka/KafkaAction';
import { StrimziKind } from '../actions/kafka/KafkaMoment';
import {
  PipelineAction,
  PipelineActionName,
} from '../actions/pipeline/PipelineAction';
import { ActionPlan } from '../actions/plan';
import { ObjectRef } from './views';

/**
 * What an action will do, for a person to look at.
 *
 * @public
 */
export interface ActionPreview {
  plan: ActionPlan;
  /** The same with kubectl, one a step. */
  commands: string[];
  /** The same in the values file; empty where Git does not tell it. */
  values: ValueChange[];
  /** Another one when the plan would be. */
  fingerprint: string;
}

/**
 * What people can do to something.
 *
 * @public
 */
export type AnyAction = JobAction | KafkaAction | PipelineAction;

/** @public */
export type ActionName = JobActionName | KafkaActionName | PipelineActionName;

/**
 * An action to look at before it is done.
 *
 * @public
 */
export interface ActionQuestion {
  /** @maxLength 63 */
  environment: string;
  action: JobAction;
  /**
   * Any text of 8 to 64 letters, digits and hyphens, a new one for each
   * action: sent twice, it is done once.
   *
   * @pattern ^[A-Za-z0-9-]{8,64}$
   */
  key: string;
}

/**
 * An action to carry out, as its preview showed it.
 *
 * @public
 */
export interface ActionOrder extends ActionQuestion {
  /**
   * Of the preview.
   *
   * @maxLength 64
   */
  fingerprint: string;
  /**
   * Ids of the traps that the user says to know.
   *
   * @maxItems 20
   */
  acknowledged: string[];
}

/**
 * A part of a pipeline that is no job, as the pipeline's view names it.
 *
 * @public
 */
export interface PartRef {
  kind: StrimziKind;
  /**
   * Of the object.
   *
   * @pattern ^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$
   */
  namespace: string;
  /**
   * Of the object: a topic may have another one in Kafka.
   *
   * @pattern ^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$
   */
  name: string;
}

/**
 * An action on a part of a pipeline to look at before it is done.
 *
 * @public
 */
export interface PartActionQuestion {
  /** @maxLength 63 */
  environment: string;
  part: PartRef;
  action: KafkaAction;
  /**
   * Any text of 8 to 64 letters, digits and hyphens, a new one for each
   * action: sent twice, it is done once.
   *
   * @pattern ^[A-Za-z0-9-]{8,64}$
   */
  key: string;
}

/**
 * An action on a part to carry out, as its preview showed it.
 *
 * @public
 */
export interface PartActionOrder extends PartActionQuestion {
  /**
   * Of the preview.
   *
   * @maxLength 64
   */
  fingerprint: string;
  /**
   * Ids of the traps that the user says to know.
   *
   * @maxItems 20
   */
  acknowledged: string[];
}

/**
 * An action that was asked for, and how far it is.
 *
 * @public
 */
export interface ActionView {
  id: string;
  action: ActionName;
  environment: string;
  /** What it is done to, where that is no job. */
  part?: ObjectRef;
  /** Entity ref of the user. */
  by: string;
  state: 'running' | 'done' | 'failed';
  /** Sentences; of a whole pipeline each with its job. */
  steps: string[];
  /** How many of them are done. */
  stepsDone: number;
  /** What came of it, or why it failed. */
  sentence?: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601. */
  endedAt?: string;
}

/**
 * The answer of `GET /jobs/…/actions` and of `GET /pipelines/…/parts/actions`,
 * newest first.
 *
 * @public
 */
export interface ActionList {
  /** Entity ref of the pipeline that the job or the parts belong to. */
  pipelineRef: string;
  items: ActionView[];
}
