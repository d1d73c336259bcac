import {
  PipelineAction,
  PipelineActionPlan,
} from '../actions/pipeline/PipelineAction';

/**
 * What an action will do to all jobs of a pipeline, for a person to look at.
 *
 * @public
 */
export interface PipelineActionPreview {
  plan: PipelineActionPlan;
  /** The same with kubectl, one a step. */
  commands: string[];
  /** Another one when the plan would be. */
  fingerprint: string;
}

/**
 * An action on a whole pipeline to look at before it is done.
 *
 * @public
 */
export interface PipelineActionQuestion {
  /** @maxLength 63 */
  environment: string;
  action: PipelineAction;
  /**
   * Any text of 8 to 64 letters, digits and hyphens, a new one for each
   * action: sent twice, it is done once.
   *
   * @pattern ^[A-Za-z0-9-]{8,64}$
   */
  key: string;
}

/**
 * An action on a whole pipeline to carry out, as its preview showed it.
 *
 * @public
 */
export interface PipelineActionOrder extends PipelineActionQuestion {
  /**
   * Of the preview.
   *
   * @maxLength 64
   */
  fingerprint: string;
  /**
   * What the user says to know: of each such trap, its job and its id, as in
   * `sessionize/starts-empty`.
   *
   * @maxItems 500
   */
  acknowledged: string[];
}
