import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Violation } from '../finding';
import { LintProfile } from '../profiles';
import { LintInput } from '../RenderedPipeline';

const rules = path.resolve(__dirname, '../rules');

/** The folders of the rules. */
export function ruleFolders(): string[] {
  return fs
    .readdirSync(rules, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
}

export function filesOf(rule: string): string[] {
  return fs.readdirSync(path.join(rules, rule)).sort();
}

/** An example of a rule, frozen to its leaves; it may leave out the values. */
export function example(rule: string, which: 'bad' | 'good'): LintInput {
  const {
    values = {},
    objects = [],
    profile,
  } = read(rule, `${which}.yaml`) as {
    values?: LintInput['values'];
    objects?: LintInput['objects'];
    profile?: LintProfile;
  };
  return deepFreeze({ values, objects, ...(profile && { profile }) });
}

/** What `findings.yaml` expects; an object is `Kind/name` there. */
export function expectedFindings(rule: string): object[] {
  return read(rule, 'findings.yaml') as object[];
}

/** The same of what was found. */
export function inShort({
  object,
  path: at,
  problem,
  remedy,
  value,
}: Violation) {
  return {
    ...(object && { object: `${object.kind}/${object.name}` }),
    ...(at && { path: at }),
    problem,
    remedy,
    ...(value && { value }),
  };
}

function read(rule: string, file: string): unknown {
  return parse(fs.readFileSync(path.join(rules, rule, file), 'utf8'));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
