import { Document } from 'yaml';
import { ValueChange } from './flink/gitChange';

/**
 * The changed part of a values file.
 *
 * @public
 */
export function valuesYaml(changes: readonly ValueChange[]): string {
  const document = new Document({});
  for (const { path, value } of changes) document.setIn(path, value);
  return document.toString().trim();
}
