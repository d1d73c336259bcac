import {
  compare,
  EnvironmentEffect,
  effectOnJobs,
  identityOf,
  ObjectChange,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isDeepStrictEqual } from 'node:util';
import { referenceTo } from '../preview/referenceTo';

/**
 * What differs between two renderings of an environment.
 *
 * @param known - undefined for an environment that is new
 */
export function effectOn(
  environment: string,
  known: readonly RenderedObject[] | undefined,
  after: readonly RenderedObject[],
): EnvironmentEffect {
  const before = known ?? [];
  return {
    name: environment,
    ...(!known && { isNew: true }),
    jobs: effectOnJobs(before, after),
    changes: compare(before, after),
    objects: changedObjects(before, after),
  };
}

function changedObjects(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): ObjectChange[] {
  const was = new Map(before.map(object => [identityOf(object), object]));
  const now = new Map(after.map(object => [identityOf(object), object]));
  const changed = after.flatMap(object => {
    const old = was.get(identityOf(object));
    if (isDeepStrictEqual(old, object)) return [];
    const state = old ? ('changed' as const) : ('added' as const);
    return [{ object: referenceTo(object), state }];
  });
  const removed = before
    .filter(object => !now.has(identityOf(object)))
    .map(object => ({
      object: referenceTo(object),
      state: 'removed' as const,
    }));
  return [...changed, ...removed];
}
