import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { findCrossProblems } from './crossProblems';
import {
  GeneratedFile,
  PipelineSpec,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';

const NAME = '^[a-z]([-a-z0-9]*[a-z0-9])?$';
const NAME_REMEDY =
  'use lower-case letters, digits and dashes, beginning with a letter and not ending with a dash';

const SPEC_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['pipeline', 'environments', 'values'],
  properties: {
    pipeline: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'owner'],
      properties: {
        name: { type: 'string', pattern: NAME, maxLength: 40 },
        owner: { type: 'string', minLength: 1 },
        title: { type: 'string' },
        description: { type: 'string' },
      },
    },
    environments: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: NAME, maxLength: 20 },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['cluster', 'namespace'],
        properties: {
          cluster: { type: 'string', minLength: 1, pattern: '^[^/,=]+$' },
          namespace: { type: 'string', pattern: NAME, maxLength: 63 },
          values: { type: 'object' },
        },
      },
    },
    values: { type: 'object' },
  },
};

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
  const problems = check(JSON.stringify(SPEC_SCHEMA), spec, '');
  if (problems.length > 0) {
    return problems;
  }
  const { values, pipeline } = spec as PipelineSpec;
  for (const chart of ['kafka', 'flink', 'spark']) {
    const schema = schemaOf(charts, chart);
    problems.push(...check(schema, values[chart] ?? {}, `values.${chart}`));
  }
  const umbrella = schemaOf(charts, 'umbrella');
  const global = {
    ...(values.global as object | undefined),
    pipeline: { name: pipeline.name, owner: pipeline.owner },
  };
  problems.push(...check(umbrella, { ...values, global }, 'values'));
  return problems.length > 0
    ? problems
    : findCrossProblems(spec as PipelineSpec);
}

function schemaOf(charts: readonly GeneratedFile[], chart: string): string {
  const name = `${chart}/values.schema.json`;
  const file = charts.find(({ path }) => path === name);
  if (!file) {
    throw new Error(`The charts hold no ${name}.`);
  }
  return file.content;
}

/** Compiling takes longer than all the rest, and there are few schemas. */
const COMPILED = new Map<string, ValidateFunction>();

function compile(schema: string): ValidateFunction {
  const known = COMPILED.get(schema);
  if (known) return known;
  const ajv = new Ajv({ allErrors: true, strict: false });
  const validate = ajv.compile(JSON.parse(schema));
  COMPILED.set(schema, validate);
  return validate;
}

function check(schema: string, value: unknown, at: string): Problem[] {
  const validate = compile(schema);
  if (validate(value)) {
    return [];
  }
  return (
    (validate.errors ?? [])
      .filter(error => error.keyword !== 'propertyNames' || !error.propertyName)
      // Says only that one of its branches failed, which is there as well.
      .filter(error => error.keyword !== 'if')
      .map(error => toProblem(error, at))
  );
}

function toProblem(error: ErrorObject, at: string): Problem {
  const inside = error.instancePath
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (error.propertyName !== undefined) inside.push(error.propertyName);
  if (error.keyword === 'required') {
    inside.push(error.params.missingProperty);
  }
  if (error.keyword === 'additionalProperties') {
    inside.push(error.params.additionalProperty);
  }
  const path = [at, ...inside].filter(Boolean).join('.');
  return { path, ...explain(error) };
}

function explain(error: ErrorObject): Omit<Problem, 'path'> {
  switch (error.keyword) {
    case 'pattern':
      return error.params.pattern === NAME
        ? { problem: 'not a valid name', remedy: NAME_REMEDY }
        : {
            problem: `${error.message}`,
            remedy: 'correct its form',
          };
    case 'required':
      return { problem: 'is missing', remedy: 'give a value' };
    case 'additionalProperties':
      return {
        problem: 'is not known here',
        remedy: 'remove it or correct its spelling',
      };
    case 'minimum':
      return {
        problem: `must be at least ${error.params.limit}`,
        remedy: `give ${error.params.limit} or more`,
      };
    case 'maxLength':
      return {
        problem: `is longer than ${error.params.limit} characters`,
        remedy: 'shorten it',
      };
    case 'minLength':
      return { problem: 'is empty', remedy: 'give a value' };
    case 'enum':
      return {
        problem: 'is not one of the possible values',
        remedy: `choose one of ${error.params.allowedValues.join(', ')}`,
      };
    default:
      return {
        problem: error.message ?? error.keyword,
        remedy: 'correct the value',
      };
  }
}
