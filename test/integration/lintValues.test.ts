import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '../..');
const rules = path.join(root, 'plugins/data-pipelines-common/src/lint/rules');

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  $defs?: Record<string, Schema>;
}

const schemas = ['umbrella', 'kafka', 'flink', 'spark'].map(chart => {
  const file = path.join(root, 'charts', chart, 'values.schema.json');
  return [chart, JSON.parse(fs.readFileSync(file, 'utf8')) as Schema] as const;
});

/** Whether a chart takes a value at that path; below an open object anything goes. */
function takes(whole: Schema, at: Schema | undefined, keys: string[]): boolean {
  if (at === undefined) return false;
  if (at.$ref?.startsWith('#/$defs/')) {
    const found = whole.$defs?.[at.$ref.slice('#/$defs/'.length)];
    return takes(whole, { ...found, ...at, $ref: undefined }, keys);
  }
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  const own = at.properties?.[key];
  if (own) return takes(whole, own, rest);
  const { additionalProperties: more = true } = at;
  if (typeof more === 'object') return takes(whole, more, rest);
  return more && (at.type ?? 'object') === 'object';
}

/** Every value that a finding of an example says decides it. */
function valuesOf(rule: string): string[] {
  const text = fs.readFileSync(path.join(rules, rule, 'findings.yaml'), 'utf8');
  return (parse(text) as Array<{ value?: string }>).flatMap(
    ({ value }) => value ?? [],
  );
}

describe("lint findings' values", () => {
  const named = fs
    .readdirSync(rules, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);

  it('would not be this one', () => {
    const flink = schemas.find(([name]) => name === 'flink')?.[1] as Schema;
    expect(takes(flink, flink, ['jobs', 'sum', 'parallelism'])).toBe(true);
    expect(takes(flink, flink, ['jobs', 'sum', 'paralelism'])).toBe(false);
    expect(takes(flink, flink, ['jobs', 'sum', 'parallelism', 'x'])).toBe(
      false,
    );
  });

  it.each(named)('of %s are values of our charts', rule => {
    for (const value of valuesOf(rule)) {
      const [, chart, ...keys] = value.split('.');
      const global = chart === 'global';
      const schema = schemas.find(
        ([name]) => name === (global ? 'umbrella' : chart),
      )?.[1] as Schema;
      expect({
        value,
        known: takes(schema, schema, global ? ['global', ...keys] : keys),
      }).toEqual({ value, known: true });
    }
  });
});
