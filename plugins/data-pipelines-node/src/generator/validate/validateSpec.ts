import { JsonObject } from '@backstage/types';
import {
  GeneratedFile,
  PipelineSpec,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { crossProblems } from './crossProblems';
import { atTheirOrigin, mergedValues } from './environments';
import { groupProblems } from './groupProblems';
import { jsonProblems, nullProblems } from './jsonProblems';
import { Located, toProblem } from './located';
import { placeProblems } from './placeProblems';
import { schemaProblems } from './schemaProblems';

/**
 * Everything that is wrong with a specification, all at once; never throws for
 * a bad one.
 *
 * @param spec - anything; a valid {@link PipelineSpec} has no problems
 * @param charts - our charts: their schemas say what the values may be
 * @public
 */
export function validateSpec(
  spec: unknown,
  charts: readonly GeneratedFile[],
): Problem[] {
  return findProblems(spec, charts).map(toProblem);
}

function findProblems(
  spec: unknown,
  charts: readonly GeneratedFile[],
): Located[] {
  const unwritable = jsonProblems(spec);
  if (unwritable.length > 0) return unwritable;
  if (!canMerge(spec)) return schemaProblems(charts, spec);
  const merged = mergedValues(spec);
  const perEnvironment = (check: (name: string, of: JsonObject) => Located[]) =>
    new Map([...merged].map(([name, values]) => [name, check(name, values)]));
  const against = perEnvironment((_, values) => {
    const nulls = nullProblems(values, ['values']);
    const isNull = ({ at }: Located) => nulls.some(other => same(other.at, at));
    const others = schemaProblems(charts, { ...spec, values });
    return [...nulls, ...others.filter(one => !isNull(one))];
  });
  const [first = []] = against.values();
  const problems = [
    ...first.filter(({ at }) => at[0] !== 'values'),
    ...atTheirOrigin(
      spec,
      perEnvironment(name =>
        against.get(name)!.filter(({ at }) => at[0] === 'values'),
      ),
    ),
  ];
  if (problems.length > 0) return problems;
  const { name: pipeline } = spec.pipeline;
  return [
    ...placeProblems(spec),
    ...atTheirOrigin(
      spec,
      perEnvironment((_, values) => crossProblems(pipeline, values)),
    ),
    ...groupProblems(pipeline, merged),
  ];
}

function same(one: string[], other: string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether values and environments are maps, whatever they hold. */
function canMerge(spec: unknown): spec is PipelineSpec {
  if (!isMap(spec) || !isMap(spec.values) || !isMap(spec.environments)) {
    return false;
  }
  const environments = Object.values(spec.environments);
  return (
    environments.length > 0 &&
    environments.every(
      one => isMap(one) && (one.values === undefined || isMap(one.values)),
    )
  );
}

function isMap(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
