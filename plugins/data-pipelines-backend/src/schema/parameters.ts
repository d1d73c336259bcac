import { Parameter } from './Operation';

/** No database and no log wants a zero character. */
const TEXT = '^[^\\u0000]*$';

/** An entity ref has 191 characters at most. */
const LONGEST = 200;
/** Of usual length, as many as an address has room for. */
const MOST = 200;

export const NAMESPACE: Parameter = {
  name: 'namespace',
  in: 'path',
  required: true,
  description: 'Namespace of the entity in the catalog',
  example: 'default',
  schema: { type: 'string', maxLength: 63, pattern: TEXT },
};

export const NAME: Parameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: 'Name of the entity in the catalog',
  example: 'clickstream',
  schema: { type: 'string', maxLength: 63, pattern: TEXT },
};

export const JOB: Parameter = { ...NAME, example: 'clickstream-sessionize' };

export const CLUSTER: Parameter = {
  name: 'cluster',
  in: 'path',
  required: true,
  description: 'Name of the cluster, as the portal is configured with it',
  example: 'production',
  schema: { type: 'string', maxLength: 253, pattern: TEXT },
};

/** The one environment that is asked about. */
export const ENVIRONMENT: Parameter = {
  name: 'environment',
  in: 'query',
  required: true,
  description: 'Name of the environment',
  example: 'dev',
  schema: { type: 'string', maxLength: 253, pattern: TEXT },
};

export const CURSOR: Parameter = {
  name: 'cursor',
  in: 'query',
  description: 'The nextCursor of the page before',
  schema: { type: 'string', maxLength: 2_000, pattern: TEXT },
};

/** @param usual - what it is where nobody says */
export function limit(usual: number): Parameter {
  return {
    name: 'limit',
    in: 'query',
    description: 'How many a page has at most',
    schema: { type: 'integer', minimum: 1, maximum: 500, default: usual },
  };
}

/** One value. */
export function text(
  name: string,
  description: string,
  options: { choices?: readonly string[]; usual?: string } = {},
): Parameter {
  const { choices, usual } = options;
  return {
    name,
    in: 'query',
    description,
    allowReserved: true,
    schema: {
      type: 'string',
      ...(choices ? { enum: choices } : { maxLength: LONGEST, pattern: TEXT }),
      ...(usual && { default: usual }),
    },
  };
}

/** One value or several: the name once for each. */
export function list(
  name: string,
  description: string,
  choices?: readonly string[],
): Parameter {
  return {
    name,
    in: 'query',
    description,
    allowReserved: true,
    schema: {
      type: 'array',
      maxItems: MOST,
      items: {
        type: 'string',
        ...(choices
          ? { enum: choices }
          : { maxLength: LONGEST, pattern: TEXT }),
      },
    },
  };
}
