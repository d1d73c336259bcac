import { Document } from 'yaml';
import { ValueChange } from './flink/gitChange';

/**
 * The changed part of a values file; what goes stands there as a comment.
 *
 * @public
 */
export function valuesYaml(changes: readonly ValueChange[]): string {
  const set = new Document({});
  const gone: string[] = [];
  for (const { path, value } of changes) {
    if (value === undefined) gone.push(`# without ${path.join('.')}`);
    else set.setIn(path, value);
  }
  const text = gone.length === changes.length ? '' : set.toString();
  return [...gone, text.trim()].filter(Boolean).join('\n');
}
