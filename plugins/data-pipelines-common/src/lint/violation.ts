import { RenderedObject } from './compare/renderedObject';
import { Violation } from './finding';

/** What is wrong with an object, as the list that a rule's `check` returns. */
export function violation(
  { apiVersion, kind, metadata }: Omit<RenderedObject, 'spec'>,
  what: Omit<Violation, 'object'>,
): Violation[] {
  const { name, namespace } = metadata;
  const object = { apiVersion, kind, ...(namespace && { namespace }), name };
  return [{ object, ...what }];
}
