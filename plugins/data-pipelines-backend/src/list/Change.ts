/** One of many came, went or is another. */
export interface Change<T> {
  /** Absent where it came. */
  before?: T;
  /** Absent where it went. */
  after?: T;
}
