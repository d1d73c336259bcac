/** What the exit code says; --help and docs/cli.md say the same. */
export const EXIT = {
  /** Nothing to complain about. */
  ok: 0,
  /** The tool ran, and what it looked at is not good. */
  found: 1,
  /** Wrong usage, or the tool could not run. */
  cannot: 2,
  /** `diff` only: there are changes, none of them refused. */
  changed: 3,
} as const;

/** Why the tool cannot do what it was asked; ends with exit code 2. */
export class CannotRun extends Error {
  override name = 'CannotRun';
}
