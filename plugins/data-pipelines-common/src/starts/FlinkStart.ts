import { StartAcknowledgement } from '../model/starts';
import { FlinkDeployed } from '../resources/flinkDeployed';

/**
 * What was seen of one start of a Flink job. What it took up and why follow
 * from this and the start before.
 *
 * @public
 */
export interface FlinkStart {
  /** Flink's job id; a last-state upgrade keeps it. */
  run: string;
  /** Flink's own time of the start (ISO 8601). */
  at: string;
  /** Of the object: another one is another installation. */
  uid?: string;
  generation?: number;
  image?: string;
  flinkVersion?: string;
  /** The upgrade mode that the specification asks for. */
  wanted?: string;
  deployed?: FlinkDeployed;
  /** `status.jobStatus.upgradeSavepointPath` while it ran. */
  path?: string;
  /** What Flink itself said that it took up; absent where it was not heard. */
  flink?: FlinkTookUp;
  /** The last state that it is known to have kept. */
  kept?: { at: string; path?: string };
}

/**
 * Flink's own word on what a job took up when it was submitted.
 *
 * @public
 */
export type FlinkTookUp =
  | { nothing: true }
  | { nothing: false; isSavepoint: boolean; path?: string };

/**
 * A start as it is kept.
 *
 * @public
 */
export interface KeptStart extends FlinkStart {
  id: string;
  acknowledged?: StartAcknowledgement;
}
