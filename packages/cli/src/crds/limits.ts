import { JsonValue } from '@backstage/types';
import { FieldProblem, Schema } from './schema';

/** What of a value of the right type is outside of the limits of its schema. */
export function limitProblems(
  schema: Schema,
  value: JsonValue,
  path: string,
): FieldProblem[] {
  const problems = [
    ...enumProblems(schema, value),
    ...(typeof value === 'string' ? textProblems(schema, value) : []),
    ...(typeof value === 'number' ? numberProblems(schema, value) : []),
    ...sizeProblems(schema, value),
  ];
  return problems.map(problem => ({ path, ...problem }));
}

type Problem = Omit<FieldProblem, 'path'>;

function enumProblems(schema: Schema, value: JsonValue): Problem[] {
  const allowed = schema.enum?.map(entry => JSON.stringify(entry));
  return !allowed || allowed.includes(JSON.stringify(value))
    ? []
    : [
        {
          problem: `is ${JSON.stringify(value)}`,
          remedy: `choose one of ${schema.enum!.join(', ')}`,
        },
      ];
}

function textProblems(schema: Schema, value: string): Problem[] {
  const length = [...value].length;
  return [
    ...(schema.pattern !== undefined && !matches(schema.pattern, value)
      ? [
          {
            problem: `${JSON.stringify(value)} has not the form ${
              schema.pattern
            }`,
            remedy: 'correct its form',
          },
        ]
      : []),
    ...between(length, schema.minLength, schema.maxLength, 'characters'),
  ];
}

/** Go's patterns; one that JavaScript cannot read is not asked. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return true;
  }
}

function numberProblems(schema: Schema, value: number): Problem[] {
  const { minimum, maximum, multipleOf } = schema;
  const tooSmall =
    minimum !== undefined &&
    (schema.exclusiveMinimum ? value <= minimum : value < minimum);
  const tooBig =
    maximum !== undefined &&
    (schema.exclusiveMaximum ? value >= maximum : value > maximum);
  return [
    ...(tooSmall
      ? [
          limit(
            value,
            schema.exclusiveMinimum ? 'more than' : 'at least',
            minimum,
          ),
        ]
      : []),
    ...(tooBig
      ? [
          limit(
            value,
            schema.exclusiveMaximum ? 'less than' : 'at most',
            maximum,
          ),
        ]
      : []),
    ...(multipleOf !== undefined && value % multipleOf !== 0
      ? [limit(value, 'a multiple of', multipleOf)]
      : []),
  ];
}

function limit(value: number, words: string, by: number): Problem {
  return {
    problem: `is ${value} and must be ${words} ${by}`,
    remedy: `give ${words} ${by}`,
  };
}

function sizeProblems(schema: Schema, value: JsonValue): Problem[] {
  if (Array.isArray(value)) {
    return between(value.length, schema.minItems, schema.maxItems, 'entries');
  }
  return typeof value === 'object' && value !== null
    ? between(
        Object.keys(value).length,
        schema.minProperties,
        schema.maxProperties,
        'fields',
      )
    : [];
}

function between(
  size: number,
  least: number | undefined,
  most: number | undefined,
  what: string,
): Problem[] {
  if (least !== undefined && size < least) {
    return [
      {
        problem: `has ${size} ${what} and needs at least ${least}`,
        remedy: `give at least ${least}`,
      },
    ];
  }
  return most !== undefined && size > most
    ? [
        {
          problem: `has ${size} ${what} and may have ${most}`,
          remedy: `give at most ${most}`,
        },
      ]
    : [];
}
