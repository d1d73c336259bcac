/**
 * The metadata that our rules read.
 *
 * @public
 */
export interface ObjectMetadata {
  name: string;
  namespace: string;
  uid?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels: Readonly<Record<string, string>>;
  /** Those of our tools only: others may be long, and hold what they like. */
  annotations: Readonly<Record<string, string>>;
  /** What was asked for; absent on pods and events. */
  written?: Written;
}

/**
 * What a spec says, for telling later what changed and who changed it.
 *
 * @public
 */
export interface Written {
  /**
   * Field manager of the last change of the spec that was no operator's, such
   * as `helm` or `kubectl-edit`; absent where there was none.
   */
  by?: string;
  /** When that was (ISO 8601, the cluster's clock). */
  at?: string;
  /** The spec's fields; see `specFields` and `specChanges`. */
  fields: string;
}

/**
 * A condition as Kubernetes' conventions have it.
 *
 * @public
 */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}
