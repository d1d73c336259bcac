import { didYouMean } from '@headworks/backstage-plugin-data-pipelines-node';
import { Parameter, ParameterSchema } from '../schema/Operation';

/** What the validator of requests says of one place. */
export interface RequestProblem {
  /** Such as `/query/sort`, `/query/health/0` or `/body/environment`. */
  path: string;
  message: string;
  errorCode?: string;
}

/** What the request holds at such a path. */
export type ValueAt = (path: readonly string[]) => unknown;

/**
 * One sentence: which parameter or field is wrong, and what is allowed.
 *
 * @param parameters - those that the route has
 */
export function explain(
  { path, message, errorCode }: RequestProblem,
  parameters: readonly Parameter[],
  valueAt: ValueAt,
): string {
  const [place, ...names] = path.split('/').slice(1);
  const [name = place] = names;
  if (place === 'body') {
    return errorCode === 'required.openapi.validation'
      ? `${names.join('.')}: is missing`
      : `${names.join('.') || 'The body'}: ${message}`;
  }
  const parameter = parameters.find(known => known.name === name);
  if (place === 'query' && !parameter) return unknown(name, parameters);
  if (!parameter) return message;
  const value = valueAt([place, ...names]);
  if (value === '') return `${name}: is empty; give a value or leave it out`;
  return `${name}: ${expected(parameter.schema, value, message)}`;
}

function unknown(name: string, parameters: readonly Parameter[]): string {
  const known = parameters
    .filter(parameter => parameter.in === 'query')
    .map(parameter => parameter.name);
  if (known.length === 0)
    return `${short(name)}: this route takes no parameters`;
  const meant = didYouMean(name, known);
  return `${short(name)}: is no parameter of this route; ${
    meant ? `did you mean "${meant}"?` : `it takes ${known.join(', ')}`
  }`;
}

function expected(
  schema: ParameterSchema,
  value: unknown,
  message: string,
): string {
  switch (schema.type) {
    case 'array':
      return Array.isArray(value)
        ? `may stand there ${schema.maxItems} times at most`
        : expected(schema.items, value, message);
    case 'integer':
      return `must be a whole number from ${schema.minimum} to ${schema.maximum}`;
    default:
      if (typeof value !== 'string')
        return 'may stand there once, as plain text';
      if (schema.enum) return chosen(value, schema.enum);
      return schema.maxLength !== undefined && value.length > schema.maxLength
        ? `may have ${schema.maxLength} characters at most`
        : 'must be plain text';
  }
}

function chosen(value: string, choices: readonly string[]): string {
  const meant = didYouMean(value, choices);
  return `is "${short(value)}"; choose of ${choices.join(', ')}${
    meant ? `; did you mean "${meant}"?` : ''
  }`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
