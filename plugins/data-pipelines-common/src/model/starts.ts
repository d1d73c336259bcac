/**
 * What a job took up when it started; `unknown` where nothing proves it.
 *
 * @public
 */
export type StartedFrom = 'savepoint' | 'checkpoint' | 'nothing' | 'unknown';

/**
 * Why a job started: `first` of its object, `installed-anew` where an object
 * of this name was there before, `failover` where nobody asked for it.
 *
 * @public
 */
export type StartReason =
  | 'first'
  | 'installed-anew'
  | 'upgrade'
  | 'restore'
  | 'resume'
  | 'restart'
  | 'failover'
  | 'unknown';

/**
 * One start of a Flink job.
 *
 * @public
 */
export interface StartView {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Flink's job id. */
  run: string;
  from: StartedFrom;
  path?: string;
  /** Who says what it took up; absent where nobody does. */
  saidBy?: 'flink' | 'operator';
  why: StartReason;
  image?: string;
  /** Such as `v2_1`. */
  flinkVersion?: string;
  /** It took up nothing, because its upgrade mode is `stateless`. */
  isStateless?: boolean;
  /** What was there and was not taken up, though nobody asked for that. */
  lost?: LostState;
  acknowledged?: StartAcknowledgement;
}

/**
 * State of before that a start did not take up.
 *
 * @public
 */
export interface LostState {
  /** When it was kept last, as far as is known (ISO 8601). */
  at?: string;
  path?: string;
}

/**
 * That somebody knows of a start without state.
 *
 * @public
 */
export interface StartAcknowledgement {
  /** Entity ref. */
  by: string;
  /** ISO 8601. */
  at: string;
  reason: string;
}

/**
 * Says that a start without state is known.
 *
 * @public
 */
export interface AcknowledgeStart {
  /** @maxLength 63 */
  environment: string;
  /**
   * Of the start.
   *
   * @maxLength 64
   */
  id: string;
  /**
   * Why it is meant to have started without its state.
   *
   * @maxLength 500
   * @pattern \S
   */
  reason: string;
}
