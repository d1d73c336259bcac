import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { JsonObject } from '@backstage/types';
import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '../..');
const run = promisify(execFile);

/** A folder of `templates/<template>/cases`. */
export interface TemplateCase {
  template: string;
  name: string;
  /** The answers of the wizard. */
  input: JsonObject;
  /** The pipeline that is there before. */
  given?: GivenPipeline;
  expected: Expectation;
}

export interface GivenPipeline {
  spec: PipelineSpec;
  /** Version of its charts; that of today's unless said otherwise. */
  charts?: string;
  /** What people changed since. */
  edits?: Array<{ file: string; from: string; to: string }>;
}

export interface Expectation {
  /** Why it is refused, word for word; nothing else is looked at. */
  problem?: string;
  /** Nothing is published. */
  unchanged?: boolean;
  /** Where it is published; whatever the log says otherwise. */
  branch?: string;
  files?: string[];
  /** What parsed files hold among other things. */
  values?: Record<string, JsonObject>;
  /** Parts of files. */
  text?: Record<string, string[]>;
  /** Parts of the task's log. */
  log?: string[];
}

/** Names of our templates: every folder with a template.yaml. */
export function templateNames(): string[] {
  return fs
    .readdirSync(path.join(root, 'templates'))
    .filter(name =>
      fs.existsSync(path.join(root, 'templates', name, 'template.yaml')),
    );
}

export function readCases(template: string): TemplateCase[] {
  const folder = path.join(root, 'templates', template, 'cases');
  return fs.readdirSync(folder).map(name => {
    const read = (file: string) => {
      const at = path.join(folder, name, file);
      return fs.existsSync(at) ? parse(fs.readFileSync(at, 'utf8')) : undefined;
    };
    return {
      template,
      name,
      input: read('input.yaml'),
      given: read('given.yaml'),
      expected: read('expected.yaml'),
    };
  });
}

/** Commits a given pipeline; returns its folder. */
export async function makeGiven(
  { spec, charts: version, edits = [] }: GivenPipeline,
  repositories: string,
): Promise<string> {
  const charts = await loadCharts(path.join(root, 'charts'));
  const files = generatePipeline({
    spec,
    charts: version ? charts.map(file => asVersion(file, version)) : charts,
  });
  const folder = path.join(repositories, spec.pipeline.name);
  await writeFiles(folder, edits.reduce(edited, files));
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'add', '--all', '--force');
  await git(folder, 'commit', '--quiet', '--message', 'Create the pipeline');
  return folder;
}

export async function git(folder: string, ...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@localhost'];
  const { stdout } = await run('git', ['-C', folder, ...identity, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trim();
}

/** Every file of a commit. */
export async function filesAt(
  folder: string,
  revision: string,
): Promise<Map<string, string>> {
  const names = await git(folder, 'ls-tree', '-r', '--name-only', revision);
  const files = new Map<string, string>();
  for (const name of names.split('\n')) {
    if (!name.startsWith('charts/')) {
      files.set(name, await git(folder, 'show', `${revision}:${name}`));
    }
  }
  return files;
}

/** Holds files to what a case expects of them. */
export function expectFiles(
  files: ReadonlyMap<string, string>,
  expected: Expectation,
) {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(expected.files ?? []),
  );
  for (const [file, values] of Object.entries(expected.values ?? {})) {
    expect({ [file]: parse(files.get(file) ?? '') }).toMatchObject({
      [file]: values,
    });
  }
  for (const [file, parts] of Object.entries(expected.text ?? {})) {
    for (const part of parts) expect(files.get(file)).toContain(part);
  }
}

export function expectLog(log: string, expected: Expectation) {
  for (const part of expected.log ?? []) expect(log).toContain(part);
}

function asVersion(file: GeneratedFile, version: string): GeneratedFile {
  return file.path.endsWith('/Chart.yaml')
    ? {
        ...file,
        content: file.content.replace(/^version: .*$/m, `version: ${version}`),
      }
    : file;
}

function edited(
  files: GeneratedFile[],
  { file, from, to }: { file: string; from: string; to: string },
): GeneratedFile[] {
  const found = files.find(({ path: name }) => name === file);
  if (!found?.content.includes(from)) {
    throw new Error(`${file} does not hold "${from}"`);
  }
  return files.map(one =>
    one === found ? { ...one, content: one.content.replace(from, to) } : one,
  );
}
