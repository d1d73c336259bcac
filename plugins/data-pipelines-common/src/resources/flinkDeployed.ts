/**
 * What Flink's operator says of its last deployment of a job, from
 * `status.reconciliationStatus`; the specification itself is not kept.
 *
 * @public
 */
export interface FlinkDeployed {
  /** When it took the specification up (ISO 8601). */
  at?: string;
  /** The upgrade mode that it used, which need not be the one asked for. */
  mode?: string;
  /** The first deployment of the object. */
  first?: boolean;
  image?: string;
  /** Such as `v2_1`. */
  flinkVersion?: string;
  restartNonce?: number;
  savepointRedeployNonce?: number;
  /** A hash of all that makes the job another one; no state, mode or nonce. */
  spec: string;
}
