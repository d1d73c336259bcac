import {
  ObjectDiff,
  ObjectIdentity,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { createTwoFilesPatch } from 'diff';
import { objectText } from '../pipeline/objectsText';

/** Every object that is not the same on both sides, in the order of the newer one. */
export function objectDiffs(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): ObjectDiff[] {
  const [was, now] = [byName(before), byName(after)];
  return [...new Set([...now.keys(), ...was.keys()])].flatMap(name => {
    const [from, to] = [was.get(name), now.get(name)];
    const [old, young] = [text(from), text(to)];
    return old === young
      ? []
      : [
          {
            object: identity((to ?? from)!),
            state: stateOf(from, to),
            diff: to?.kind === 'Secret' ? '' : unified(old, young),
          },
        ];
  });
}

/** The hunks; what it is of stands beside it. */
function unified(before: string, after: string): string {
  const patch = createTwoFilesPatch('', '', before, after, '', '', {
    context: 3,
  });
  return patch.slice(Math.max(0, patch.indexOf('@@')));
}

function byName(objects: readonly RenderedObject[]) {
  return new Map(
    objects.map(object => {
      const { namespace = '', name } = object.metadata;
      const group = object.apiVersion.split('/').slice(0, -1).join('');
      return [[group, object.kind, namespace, name].join('/'), object];
    }),
  );
}

function text(object: RenderedObject | undefined): string {
  return object ? objectText(object, { sorted: true }) : '';
}

function stateOf(before?: RenderedObject, after?: RenderedObject) {
  if (!before) return 'added';
  return after ? 'changed' : 'removed';
}

function identity({ apiVersion, kind, metadata }: RenderedObject) {
  const { namespace, name } = metadata;
  const found: ObjectIdentity = { apiVersion, kind, name };
  return namespace === undefined ? found : { ...found, namespace };
}
