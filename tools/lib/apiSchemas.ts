import path from 'node:path';
import { createGenerator, Schema } from 'ts-json-schema-generator';

/**
 * The schemas of all types that an OpenAPI document refers to, and of those
 * that these are made of, from their sources.
 */
export function apiSchemas(
  root: string,
  paths: object,
): Record<string, Schema> {
  const generator = createGenerator({
    path: path.join(
      root,
      'plugins/data-pipelines-backend/src/schema/answers.ts',
    ),
    tsconfig: path.join(root, 'tsconfig.json'),
    expose: 'export',
    jsDoc: 'extended',
    skipTypeCheck: true,
    additionalProperties: true,
  });
  const schemas: Record<string, Schema> = {};
  for (const [, name] of JSON.stringify(paths).matchAll(
    /#\/components\/schemas\/(\w+)/g,
  )) {
    if (schemas[name]) continue;
    const text = JSON.stringify(generator.createSchema(name).definitions)
      .replaceAll('#/definitions/', '#/components/schemas/')
      // No name in OpenAPI has angle brackets.
      .replace(/(\w+)(?:<|%3C)(\w+)(?:>|%3E)/g, '$1Of$2')
      // A link is for those who read the source.
      .replace(/\{@link (\w+)\}/g, '$1');
    Object.assign(schemas, JSON.parse(text, anyJson));
  }
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => !name.startsWith('alias-'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Backstage's JsonValue refers to itself, under no name: any JSON will do. */
function anyJson(_key: string, value: Schema): Schema {
  return JSON.stringify(value?.anyOf ?? '').includes('/alias-')
    ? { description: value.description ?? 'Any JSON value.' }
    : value;
}
