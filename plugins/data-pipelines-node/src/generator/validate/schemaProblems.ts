import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { explain, explainForms, FormSchema } from './explain';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { Located } from './located';
import { specSchema } from './specSchema';

/** Compiling takes longer than all the rest; charts are loaded again and again. */
const COMPILED = new Map<string, ValidateFunction>();

/** What the schema of specifications says against a value. */
export function schemaProblems(
  charts: readonly GeneratedFile[],
  value: unknown,
): Located[] {
  const validate = compile(charts);
  if (validate(value)) return [];
  return collapse(validate.errors ?? []).map(({ error, words }) => ({
    at: placeOf(error),
    ...(words ?? explain(error)),
  }));
}

function compile(charts: readonly GeneratedFile[]): ValidateFunction {
  const key = charts
    .filter(({ path }) => path.endsWith('/values.schema.json'))
    .map(({ content }) => content)
    .join('');
  const known = COMPILED.get(key);
  if (known) return known;
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
  const validate = ajv.compile(specSchema(charts));
  COMPILED.set(key, validate);
  return validate;
}

interface Told {
  error: ErrorObject;
  /** Where the error's own keyword does not say it. */
  words?: { problem: string; remedy: string };
}

/** A value of several forms is told once: by the form it comes nearest, else by all of them. */
function collapse(errors: readonly ErrorObject[]): Told[] {
  const choices = errors.filter(({ keyword }) => /^(one|any)Of$/.test(keyword));
  const below = (error: ErrorObject, choice: ErrorObject) =>
    error !== choice &&
    error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
    isWithin(error.instancePath, choice.instancePath);
  return errors.flatMap((error): Told[] => {
    if (isToldElsewhere(error)) return [];
    const choice = choices.find(one => below(error, one));
    if (choice) {
      const form = nearestForm(choice);
      const isNearest =
        form !== -1 &&
        error.schemaPath.startsWith(`${choice.schemaPath}/${form}/`);
      return isNearest ? [{ error }] : [];
    }
    if (!choices.includes(error)) return [{ error }];
    const forms = error.schema as FormSchema[];
    return nearestForm(error) === -1
      ? [{ error, words: explainForms(forms) }]
      : [];
  });
}

/** The one form that has the value's type, and of maps the one whose keys are there. */
function nearestForm({ schema, data }: ErrorObject): number {
  const forms = schema as FormSchema[];
  const type = Array.isArray(data) ? 'array' : typeof data;
  const fitting = forms.flatMap((form, index) =>
    form.type === type ? [{ index, hits: hits(form, data) }] : [],
  );
  const most = Math.max(...fitting.map(form => form.hits));
  const nearest = fitting.filter(form => form.hits === most);
  return nearest.length === 1 ? nearest[0].index : -1;
}

function hits({ required = [] }: FormSchema, data: unknown): number {
  return typeof data === 'object' && data !== null
    ? required.filter(key => Object.hasOwn(data, key)).length
    : 0;
}

/** These only say that something below them failed, which is there as well. */
function isToldElsewhere({ keyword }: ErrorObject): boolean {
  return keyword === 'propertyNames' || keyword === 'if';
}

function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

function placeOf(error: ErrorObject): string[] {
  const { instancePath, propertyName, keyword, params } = error;
  const inside = instancePath
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (propertyName !== undefined) inside.push(propertyName);
  if (keyword === 'required') inside.push(params.missingProperty);
  if (keyword === 'additionalProperties')
    inside.push(params.additionalProperty);
  return inside;
}
