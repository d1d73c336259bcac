import { JsonObject, JsonValue } from '@backstage/types';
import { didYouMean } from '@headworks/backstage-plugin-data-pipelines-node';
import { limitProblems } from './limits';
import { FieldProblem, Schema } from './schema';

/** Every object has these; the API server checks them by itself. */
const OF_EVERY_OBJECT = ['apiVersion', 'kind', 'metadata'];

/**
 * What of a value does not fit its schema, as the API server would say with
 * strict validation. Rules in CEL (`x-kubernetes-validations`) are not asked.
 */
export function fieldProblems(
  schema: Schema,
  object: JsonValue,
): FieldProblem[] {
  return visit({ schema, value: object, path: '', isObject: true });
}

interface Visit {
  schema: Schema;
  value: JsonValue | undefined;
  path: string;
  /** Whether apiVersion, kind and metadata may stand here. */
  isObject?: boolean;
  /** Whether fields that are not named may stand here: in alternatives. */
  open?: boolean;
}

function visit(at: Visit): FieldProblem[] {
  const { schema, value, path } = at;
  if (value === null || value === undefined) return nullProblems(schema, path);
  const wrong = typeProblem(schema, value, path);
  if (wrong) return [wrong];
  return [
    ...(isMap(value) ? mapProblems(at, value) : []),
    ...(Array.isArray(value) ? listProblems(at, value) : []),
    ...limitProblems(schema, value, path),
    ...alternativeProblems(at),
  ];
}

function nullProblems(schema: Schema, path: string): FieldProblem[] {
  const fits =
    schema.nullable ||
    schema.default !== undefined ||
    (schema.type === undefined && !schema['x-kubernetes-int-or-string']);
  return fits
    ? []
    : [
        {
          path,
          problem: `is null and must be ${typeOf(schema)}`,
          remedy: 'leave it out, or give a value',
        },
      ];
}

function typeOf(schema: Schema): string {
  return schema['x-kubernetes-int-or-string']
    ? 'integer or string'
    : schema.type ?? 'a value';
}

function typeProblem(
  schema: Schema,
  value: JsonValue,
  path: string,
): FieldProblem | undefined {
  const found = nameOfType(value);
  const wanted = typeOf(schema);
  const fits = schema['x-kubernetes-int-or-string']
    ? found === 'integer' || found === 'string'
    : schema.type === undefined ||
      schema.type === found ||
      (schema.type === 'number' && found === 'integer');
  return fits
    ? undefined
    : {
        path,
        problem: `is ${found} and must be ${wanted}`,
        remedy: `give ${wanted}`,
      };
}

function nameOfType(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  if (typeof value !== 'number') return typeof value;
  return Number.isInteger(value) ? 'integer' : 'number';
}

function mapProblems(at: Visit, map: JsonObject): FieldProblem[] {
  const { schema, path, open } = at;
  const { properties = {}, additionalProperties } = schema;
  const isObject = at.isObject || schema['x-kubernetes-embedded-resource'];
  const missing = (schema.required ?? [])
    .filter(key => !Object.hasOwn(map, key))
    .filter(key => propertyOf(properties, key)?.default === undefined)
    .map(key => ({
      path: below(path, key),
      problem: 'is missing',
      remedy: 'give a value',
    }));
  const inside = Object.entries(map).flatMap(([key, value]) => {
    const inner = propertyOf(properties, key);
    const where = below(path, key);
    if (isObject && OF_EVERY_OBJECT.includes(key)) return [];
    if (inner) return visit({ schema: inner, value, path: where, open });
    if (typeof additionalProperties === 'object') {
      const further = additionalProperties;
      return visit({ schema: further, value, path: where, open });
    }
    return open ||
      additionalProperties === true ||
      schema['x-kubernetes-preserve-unknown-fields']
      ? []
      : [unknown(where, key, Object.keys(properties))];
  });
  return [...missing, ...inside];
}

/** A key such as `constructor` is no property of a schema that does not name it. */
function propertyOf(properties: Record<string, Schema>, key: string) {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function unknown(path: string, key: string, known: string[]): FieldProblem {
  const meant = didYouMean(key, known);
  return {
    path,
    problem: 'is not known',
    remedy: meant ? `did you mean "${meant}"?` : 'remove it',
  };
}

function listProblems(
  { schema, path, open }: Visit,
  list: JsonValue[],
): FieldProblem[] {
  const { items } = schema;
  const inside = items
    ? list.flatMap((value, index) =>
        visit({ schema: items, value, path: `${path}[${index}]`, open }),
      )
    : [];
  const keys = list.map(entry => keyOf(schema, entry));
  const twice = keys.findIndex(
    (key, index) => key !== undefined && keys.indexOf(key) !== index,
  );
  return twice < 0
    ? inside
    : [
        ...inside,
        {
          path: `${path}[${twice}]`,
          problem: 'stands there twice',
          remedy: 'remove or rename one of them',
        },
      ];
}

/** What must differ between the entries of a list; undefined where nothing must. */
function keyOf(schema: Schema, entry: JsonValue): string | undefined {
  const type = schema['x-kubernetes-list-type'];
  if (type === 'set') return JSON.stringify(entry);
  if (type !== 'map' || !isMap(entry)) return undefined;
  return JSON.stringify(
    (schema['x-kubernetes-list-map-keys'] ?? []).map(
      key => entry[key] ?? schema.items?.properties?.[key]?.default ?? null,
    ),
  );
}

function alternativeProblems({ schema, value, path }: Visit): FieldProblem[] {
  const fits = (one: Schema) =>
    visit({ schema: one, value, path, open: true }).length === 0;
  const all = (schema.allOf ?? []).flatMap(one =>
    visit({ schema: one, value, path, open: true }),
  );
  const none = schema.anyOf && !schema.anyOf.some(fits);
  const notOne =
    schema.oneOf && schema.oneOf.filter(one => fits(one)).length !== 1;
  const forbidden = schema.not && fits(schema.not);
  return none || notOne || forbidden
    ? [
        ...all,
        {
          path,
          problem: forbidden
            ? 'is a combination that is not allowed'
            : `fits ${none ? 'none' : 'not exactly one'} of the alternatives`,
          remedy: "see the operator's reference for this field",
        },
      ]
    : all;
}

function below(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
