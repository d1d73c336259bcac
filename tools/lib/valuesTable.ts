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

/** Every value of a chart as rows of a Markdown table, in the schema's order. */
export function valuesTable(schema: Schema): string {
  const rows = rowsOf(schema, schema, '');
  return [
    '| Value | Type | Meaning |',
    '| --- | --- | --- |',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

/** `global` is the umbrella's; `enabled` and `override` mean the same everywhere. */
const SAID_ONCE = /^(global|common|enabled)$|\.(enabled|override)$/;

function rowsOf(root: Schema, given: Schema, at: string): string[][] {
  const schema = resolve(root, given);
  const rows: string[][] = [];
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const path = at ? `${at}.${name}` : name;
    const meaning = child.description ?? resolve(root, child).description;
    if (!SAID_ONCE.test(path) || (meaning && !isSaidOnce(root, child))) {
      rows.push(...rowsBelow(root, child, path));
    } else if (
      at === '' &&
      name === 'global' &&
      resolve(root, child).properties
    ) {
      rows.push(...rowsOf(root, child, path));
    }
  }
  return rows;
}

function isSaidOnce(root: Schema, child: Schema) {
  return (
    child.$ref === '#/$defs/enabled' ||
    child.$ref === '#/$defs/override' ||
    root.properties?.global === child ||
    root.properties?.enabled === child
  );
}

function rowsBelow(root: Schema, given: Schema, path: string): string[][] {
  const schema = resolve(root, given);
  const own = [
    code(path),
    typeOf(root, schema),
    cell(given.description ?? schema.description ?? ''),
  ];
  const entry = schema.additionalProperties;
  const inside =
    typeof entry === 'object' && resolve(root, entry).properties
      ? rowsOf(root, entry, `${path}.<name>`)
      : rowsOf(root, schema, path);
  return [own, ...inside];
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
