import { Detail } from './Fact';

/** An upgrade that rewrites everything is cut to this many fields. */
const MOST = 100;

/** Which fields differ between two specs, as {@link shownSpec} gives them. */
export function specChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Detail<'upgrade'>['changes'] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths]
    .filter(path => before[path] !== after[path])
    .sort()
    .slice(0, MOST)
    .map(path => ({ path, from: before[path], to: after[path] }));
}
