import Ajv from 'ajv/dist/2020';

/** What of an OpenAPI document says how answers look. */
export interface ApiDocument {
  paths: Record<
    string,
    Record<
      string,
      {
        responses: Record<
          string,
          { content?: { 'application/json': { schema: { $ref: string } } } }
        >;
      }
    >
  >;
  components: { schemas: Record<string, unknown> };
}

/** Compares an answer with the document; no field may be there that it lacks. */
export function documentedAnswers(document: ApiDocument) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const closed = JSON.parse(JSON.stringify(document), (_key, value) =>
    value?.type === 'object' && value.properties
      ? { additionalProperties: false, ...value }
      : value,
  );
  ajv.addSchema({ components: closed.components }, 'api');
  return (
    path: string,
    method: string,
    status: number,
    body: unknown,
  ): string[] => {
    const answer = document.paths[path]?.[method]?.responses[status];
    const schema = answer?.content?.['application/json'].schema;
    if (!schema) return [`${method} ${path} never answers ${status}`];
    const validate = ajv.compile({ $ref: `api${schema.$ref}` });
    validate(body);
    return (validate.errors ?? []).map(
      error =>
        `${method} ${path} ${status}${error.instancePath} ${
          error.message
        } ${JSON.stringify(error.params)}`,
    );
  };
}
