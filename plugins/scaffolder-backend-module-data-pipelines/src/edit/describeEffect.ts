import {
  compare,
  effectOnJobs,
  identityOf,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isDeepStrictEqual } from 'node:util';

/** What a change of one environment does, for people to read. */
export interface Effect {
  lines: string[];
  /** Why it cannot be; each with its remedy. */
  refused: string[];
}

/**
 * Says what differs between two renderings of an environment.
 *
 * @param before - undefined for an environment that is new
 */
export function describeEffect(
  before: readonly RenderedObject[] | undefined,
  after: readonly RenderedObject[],
): Effect {
  if (!before) return { lines: [`${after.length} new objects`], refused: [] };
  const was = new Map(before.map(object => [identityOf(object), object]));
  const now = new Map(after.map(object => [identityOf(object), object]));
  const lines = [
    ...after
      .filter(object => !was.has(identityOf(object)))
      .map(object => `new: ${nameOf(object)}`),
    ...after
      .filter(object => {
        const old = was.get(identityOf(object));
        return old !== undefined && !isDeepStrictEqual(old, object);
      })
      .map(object => `changes: ${nameOf(object)}`),
    ...before
      .filter(object => !now.has(identityOf(object)))
      .map(object => `goes: ${nameOf(object)}`),
  ];
  const changes = compare(before, after).map(change => ({
    ...change,
    line: `${change.object.kind} ${change.object.name}: ${change.problem}; ${change.remedy}`,
  }));
  const jobs = effectOnJobs(before, after).map(
    ({ job, says }) => `job ${job}: ${says}`,
  );
  return {
    lines: [
      ...(lines.length > 0 ? lines : ['no object changes']),
      ...changes.map(({ line }) => line),
      ...jobs,
    ],
    refused: changes
      .filter(({ severity }) => severity === 'refused')
      .map(({ line }) => line),
  };
}

function nameOf({ kind, metadata }: RenderedObject) {
  return `${kind} ${metadata.name}`;
}
