/** The schema of one parameter: the part of JSON Schema that ours need. */
export type ParameterSchema =
  | {
      type: 'string';
      enum?: readonly string[];
      default?: string;
      maxLength?: number;
      pattern?: string;
    }
  | { type: 'integer'; minimum: number; maximum: number; default?: number }
  | {
      type: 'array';
      maxItems?: number;
      items: Extract<ParameterSchema, { type: 'string' }>;
    };

/** What stands in the query or in the path. */
export interface Parameter {
  name: string;
  in: 'query' | 'path';
  description: string;
  required?: true;
  /** Colons and commas may stand there as they are. */
  allowReserved?: true;
  example?: string | number | readonly string[];
  schema: ParameterSchema;
}

/** One answer of a route. */
export interface Answer {
  description: string;
  headers?: Record<string, { description: string; schema: { type: 'string' } }>;
  content?: { 'application/json': { schema: { $ref: string } } };
}

/** The body of a request. */
export interface Body {
  required: true;
  content: {
    'application/json': {
      schema:
        | {
            type: 'object';
            required: readonly string[];
            properties: Record<
              string,
              { type?: 'string'; description: string; example?: string }
            >;
          }
        | { $ref: string };
    };
  };
}

/** One method of one path, as OpenAPI has it. */
export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: readonly string[];
  parameters: readonly Parameter[];
  requestBody?: Body;
  responses: Record<string, Answer>;
}
