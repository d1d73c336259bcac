/** The part of JSON schema that our charts use. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: string[];
}

/**
 * Every value of a chart as Markdown, in the schema's order: one table of all,
 * and one for each definition that is used in several places.
 */
export function valuesTable(schema: Schema): string {
  const shared = Object.keys(schema.$defs ?? {}).filter(name =>
    isShared(schema, name),
  );
  return [
    table(rowsOf(schema, schema, '')),
    ...shared.map(
      name =>
        `### ${name}\n\n${table(rowsOf(schema, schema.$defs![name], ''))}`,
    ),
  ].join('\n');
}

function table(rows: string[][]): string {
  return [
    '| Value | Type | Meaning |',
    '| --- | --- | --- |',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

/** What a person would otherwise read twice. */
function isShared(root: Schema, name: string): boolean {
  const uses = JSON.stringify(root).split(`"#/$defs/${name}"`).length - 1;
  return uses > 1 && rowsOf(root, root.$defs![name], '').length > 0;
}

/** `global` is the umbrella's; `enabled` and `override` mean the same everywhere. */
const SAID_ONCE = new Set(['#/$defs/enabled', '#/$defs/override']);
const TOP_ONLY = new Set(['enabled', 'global', 'common']);

function rowsOf(root: Schema, given: Schema, at: string): string[][] {
  const schema = resolve(root, given);
  const entry = schema.additionalProperties;
  if (typeof entry === 'object' && resolve(root, entry).properties) {
    return rowsOf(root, entry, at ? `${at}.<name>` : '<name>');
  }
  return Object.entries(schema.properties ?? {})
    .filter(([, child]) => !SAID_ONCE.has(child.$ref ?? ''))
    .flatMap(([name, child]) =>
      rowsBelow(root, child, at ? `${at}.${name}` : name),
    );
}

function rowsBelow(root: Schema, given: Schema, path: string): string[][] {
  const schema = resolve(root, given);
  if (TOP_ONLY.has(path) && !schema.properties) {
    return [];
  }
  const meaning = cell(given.description ?? schema.description ?? '');
  const name = given.$ref?.replace('#/$defs/', '');
  if (name && isShared(root, name)) {
    return [[code(path), `[${name}](#${name.toLowerCase()})`, meaning]];
  }
  return [
    [code(path), typeOf(root, schema), meaning],
    ...rowsOf(root, schema, path),
  ];
}

function typeOf(root: Schema, schema: Schema): string {
  if (schema.enum) return schema.enum.map(value => code(`${value}`)).join(', ');
  if (schema.oneOf) {
    return [
      ...new Set(schema.oneOf.map(one => typeOf(root, resolve(root, one)))),
    ].join(' or ');
  }
  if (schema.type === 'array') {
    return `list of ${typeOf(root, resolve(root, schema.items ?? {}))}`;
  }
  if (schema.type === 'object') {
    const entry = schema.additionalProperties;
    if (typeof entry === 'object') {
      return resolve(root, entry).properties
        ? 'map'
        : `map of ${typeOf(root, resolve(root, entry))}`;
    }
    return schema.properties ? 'object' : 'open map';
  }
  return [schema.type ?? 'anything'].flat().join(' or ');
}

function resolve(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name ? root.$defs?.[name] ?? schema : schema;
}

function code(text: string) {
  return `\`${text}\``;
}

function cell(text: string) {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
}
