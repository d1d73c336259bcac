import { ActionStep } from '@headworks/backstage-plugin-data-pipelines-common';
import { LiveObject } from './liveObject';

/** What the new object is told to be: a part of another one's spec. */
export function copiedSpec(
  { field, without = [] }: Extract<ActionStep, { do: 'copy' }>,
  { spec = {} }: Pick<LiveObject, 'spec'>,
): object {
  const part = field === 'spec' ? spec : Reflect.get(spec, 'template') ?? {};
  return Object.fromEntries(
    Object.entries(part).filter(([key]) => !without.includes(key)),
  );
}
