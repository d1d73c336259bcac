import fs from 'node:fs';
import path from 'node:path';
import { Schema } from '../../../tools/lib/valuesTable';

const charts = path.resolve(__dirname, '../../../charts');
const CHARTS = fs
  .readdirSync(charts)
  .filter(chart =>
    fs.existsSync(path.join(charts, chart, 'values.schema.json')),
  );

/** Maps whose keys are somebody else's: an engine's settings, Kubernetes' own fields. */
const OPEN =
  /(^|\.)(override|config|configuration|sparkConf|flinkConfiguration|hadoopConf|labels|annotations|affinity|emptyDir|values)$/;

describe.each(CHARTS)('the schema of %s', chart => {
  const text = fs.readFileSync(
    path.join(charts, chart, 'values.schema.json'),
    'utf8',
  );
  const root: Schema = JSON.parse(text);

  it('is compact', () => {
    expect(text.length).toBeLessThan(80_000);
  });

  it('knows every key, everywhere but in open maps', () => {
    expect(findProblems(root, isOpen)).toEqual([]);
  });

  it('says what every value means', () => {
    expect(findProblems(root, hasNoMeaning)).toEqual([]);
  });
});

type Check = (root: Schema, given: Schema, at: string) => boolean;

/** Paths for which a check finds something, each definition looked at once a use. */
function findProblems(root: Schema, check: Check): string[] {
  const problems: string[] = [];
  const visit = (given: Schema, at: string) => {
    if (check(root, given, at)) problems.push(at);
    const schema = resolve(root, given);
    for (const [name, child] of Object.entries(schema.properties ?? {})) {
      visit(child, at ? `${at}.${name}` : name);
    }
    for (const child of schema.oneOf ?? []) visit(child, `${at}|`);
    if (typeof schema.additionalProperties === 'object') {
      visit(schema.additionalProperties, `${at}.*`);
    }
    if (schema.items) visit(schema.items, `${at}[]`);
  };
  visit(root, '');
  return problems;
}

/** A subchart sees the umbrella's `global`, the umbrella its subcharts: they check their own. */
const SOMEBODY_ELSES = /^(global|kafka|flink|spark|common)$/;

function isOpen(root: Schema, given: Schema, at: string): boolean {
  const schema = resolve(root, given);
  const isObject = [schema.type].flat().includes('object');
  return (
    isObject &&
    (schema.additionalProperties === undefined ||
      schema.additionalProperties === true) &&
    !OPEN.test(at) &&
    !SOMEBODY_ELSES.test(at)
  );
}

function hasNoMeaning(root: Schema, given: Schema, at: string): boolean {
  const isEntry = at === '' || /(\*|\]|\|)$/.test(at);
  return (
    !isEntry &&
    !SOMEBODY_ELSES.test(at) &&
    !given.description &&
    !resolve(root, given).description
  );
}

function resolve(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name ? root.$defs?.[name] ?? {} : schema;
}
