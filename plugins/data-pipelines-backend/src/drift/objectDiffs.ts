import {
  identityOf,
  ObjectDiff,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';

const LONGEST = 20_000;
const LONGEST_OF_ALL = 200_000;

/** Every object that two renderings of a release do not have alike. */
export function objectDiffs(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): ObjectDiff[] {
  const was = new Map(before.map(object => [identityOf(object), object]));
  const is = new Map(after.map(object => [identityOf(object), object]));
  let left = LONGEST_OF_ALL;
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(identity => {
    const one = was.get(identity);
    const other = is.get(identity);
    const [old, now] = [yamlOf(one), yamlOf(other)];
    if (old === now) return [];
    const { apiVersion, kind, metadata } = (other ?? one)!;
    const whole = kind === 'Secret' ? '' : unified(old, now);
    const diff = atLineEnd(whole, Math.min(LONGEST, left));
    left -= diff.length;
    return [
      {
        object: {
          apiVersion,
          kind,
          ...(metadata.namespace && { namespace: metadata.namespace }),
          name: metadata.name,
        },
        state: stateOf(one, other),
        diff,
        ...(diff.length < whole.length && { cut: true }),
      },
    ];
  });
}

function stateOf(
  before: RenderedObject | undefined,
  after: RenderedObject | undefined,
): ObjectDiff['state'] {
  if (!before) return 'added';
  return after ? 'changed' : 'removed';
}

/** Sorted: another order of keys is no change. */
function yamlOf(object: RenderedObject | undefined): string {
  return object
    ? stringify(object, { sortMapEntries: true, lineWidth: 0 })
    : '';
}

/** Without the two lines that would name files. */
function unified(before: string, after: string): string {
  const patch = createTwoFilesPatch('', '', before, after, '', '', {
    context: 3,
  });
  return patch.slice(patch.indexOf('@@'));
}

function atLineEnd(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : text.slice(0, text.lastIndexOf('\n', longest) + 1);
}
