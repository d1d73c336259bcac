import { Schema } from '../typesToSchema';

/** A kind of which we know the fields that our charts render. */
export interface PartialKind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  spec: Schema;
  /** Open where nothing is said. */
  status?: Schema;
}

export const text: Schema = { type: 'string' };
export const integer: Schema = { type: 'integer' };
export const number: Schema = { type: 'number' };
export const boolean: Schema = { type: 'boolean' };
/** A map of texts, such as labels. */
export const texts: Schema = { type: 'object', additionalProperties: text };
/** `500Mi` or 2. */
export const quantity: Schema = { 'x-kubernetes-int-or-string': true };
/** Whatever Kubernetes takes there, such as a pod template. */
export const open: Schema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

export function oneOf(...values: string[]): Schema {
  return { type: 'string', enum: values };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object with these fields and no other; a name that ends in `*` is required. */
export function object(fields: Record<string, Schema>): Schema {
  const required = Object.keys(fields).filter(name => name.endsWith('*'));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name.replace('*', ''),
        field,
      ]),
    ),
    ...(required.length > 0 && {
      required: required.map(name => name.replace('*', '')),
    }),
  };
}
