/**
 * Ends a switch over all cases: a new one does not compile.
 *
 * @public
 */
export function impossible(value: never): never {
  throw new Error(`Not known: ${JSON.stringify(value)}`);
}
