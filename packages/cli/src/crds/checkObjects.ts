import { JsonValue } from '@backstage/types';
import {
  ObjectIdentity,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { didYouMean } from '@headworks/backstage-plugin-data-pipelines-node';
import { DefinitionSource, groupOf, isBuiltIn } from './definitions';
import { fieldProblems } from './fieldProblems';
import { Definition, FieldProblem } from './schema';

/** A field of an object that does not fit its definition. */
export interface ObjectProblem extends FieldProblem {
  object: ObjectIdentity;
}

/** What was found out about the objects of an environment. */
export interface ObjectsReport {
  checked: number;
  /** Kinds that nobody could check, without Kubernetes' own. */
  notChecked: string[];
  problems: ObjectProblem[];
}

/** Holds every object of a custom kind against its definition. */
export function checkObjects(
  objects: readonly RenderedObject[],
  sources: readonly DefinitionSource[],
): ObjectsReport {
  const definitions = sources.flatMap(source => source.definitions);
  const complete = sources.some(source => source.complete);
  const report: ObjectsReport = { checked: 0, notChecked: [], problems: [] };
  for (const object of objects) {
    const group = groupOf(object);
    if (isBuiltIn(group)) continue;
    const problems = problemsOf(object, definitions, complete);
    if (problems === undefined) {
      const kind = `${group}/${object.kind}`;
      if (!report.notChecked.includes(kind)) report.notChecked.push(kind);
      continue;
    }
    report.checked += 1;
    const { apiVersion, kind, metadata } = object;
    const { namespace, name } = metadata;
    const identity = {
      apiVersion,
      kind,
      ...(namespace && { namespace }),
      name,
    };
    report.problems.push(
      ...problems.map(problem => ({ object: identity, ...problem })),
    );
  }
  return report;
}

function problemsOf(
  object: RenderedObject,
  definitions: Definition[],
  complete: boolean,
): FieldProblem[] | undefined {
  const ofGroup = definitions.filter(
    ({ spec }) => spec.group === groupOf(object),
  );
  const found = ofGroup.find(({ spec }) => spec.names.kind === object.kind);
  if (!found) {
    return complete || ofGroup.length > 0
      ? [noSuchKind(object, ofGroup)]
      : undefined;
  }
  const { versions } = found.spec;
  const name = object.apiVersion.split('/')[1];
  const version = versions.find(entry => entry.name === name && entry.served);
  if (!version) {
    const served = versions.filter(entry => entry.served);
    return [
      {
        path: 'apiVersion',
        problem: `the version ${name} is not served`,
        remedy: `use ${served
          .map(entry => entry.name)
          .join(' or ')}, or another version of the operator`,
      },
    ];
  }
  const schema = version.schema?.openAPIV3Schema;
  return schema ? fieldProblems(schema, object as unknown as JsonValue) : [];
}

function noSuchKind(
  { kind }: RenderedObject,
  ofGroup: Definition[],
): FieldProblem {
  const meant = didYouMean(
    kind,
    ofGroup.map(({ spec }) => spec.names.kind),
  );
  return {
    path: 'kind',
    problem: 'there is no such kind',
    remedy: meant
      ? `did you mean "${meant}"?`
      : 'install the operator that it belongs to, or another version of it',
  };
}
