/**
 * How well something is, in Argo CD's words.
 *
 * @public
 */
export type Health =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/**
 * The health of one thing, with everything a person needs to act on it.
 *
 * @public
 */
export interface HealthReport {
  health: Health;
  /** A stable code in CamelCase, such as `JobFailed`. */
  reason: string;
  /** One sentence for a person; says what is wrong, never only a state name. */
  message: string;
  /** What to do about it. Absent where nothing needs doing. */
  nextStep?: string;
  /** When this began (ISO 8601), where the cluster tells. */
  since?: string;
}

/**
 * The one health of a pipeline or of one of its environments.
 *
 * @public
 */
export interface Verdict extends HealthReport {
  /** Entity ref of the first failing thing upstream; absent when all is well. */
  cause?: string;
  /** Set when the cluster is unreachable: the verdict is the last one known. */
  stale?: boolean;
}
