import { JsonObject } from '@backstage/types';
import {
  mergeValues,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Located } from './located';

/** The values of each environment as Helm will merge them. */
export function mergedValues(spec: PipelineSpec): Map<string, JsonObject> {
  return new Map(
    Object.entries(spec.environments).map(([name, { values = {} }]) => [
      name,
      mergeValues(spec.values, values),
    ]),
  );
}

/**
 * Problems found in merged values, each at the place where it was written: in
 * the values of all, or in an environment's own.
 */
export function atTheirOrigin(
  spec: PipelineSpec,
  found: ReadonlyMap<string, Located[]>,
): Located[] {
  const everywhere = (one: Located) =>
    [...found.values()].every(problems => problems.some(same(one)));
  const located: Located[] = [];
  for (const [name, problems] of found) {
    const { values = {} } = spec.environments[name];
    for (const problem of problems) {
      const at =
        has(values, problem.at.slice(1)) || !everywhere(problem)
          ? ['environments', name, ...problem.at]
          : problem.at;
      const moved = { ...problem, at };
      if (!located.some(same(moved))) located.push(moved);
    }
  }
  return located;
}

function same(one: Located) {
  const key = JSON.stringify(one);
  return (other: Located) => JSON.stringify(other) === key;
}

function has(value: unknown, keys: string[]): boolean {
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const entry = Object.entries(value).find(([name]) => name === key);
  return entry !== undefined && has(entry[1], rest);
}
