import fs from 'node:fs/promises';
import path from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Helm,
  readRepository,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { describeEffect } from './describeEffect';
import { Edit } from './edit';
import { renderEnvironments } from './renderEnvironments';

/** What publishing has to know. */
export interface AppliedEdit {
  changed: boolean;
  /** Paths that are new or have other text. */
  written: string[];
  /** Paths that are gone. */
  removed: string[];
  /** A list in Markdown: what it does in each environment. */
  effect: string;
}

/**
 * Edits a pipeline's repository in the workspace and logs what that changes in
 * each environment. What cannot be is refused, and nothing is written.
 */
export async function applyEdit(options: {
  directory: string;
  helm: Helm;
  logger: LoggerService;
  edit(files: GeneratedFile[]): Edit | Promise<Edit>;
}): Promise<AppliedEdit> {
  const { directory, helm, logger } = options;
  const before = await readRepository(directory);
  const { files, kept } = await options.edit(before);
  const old = new Map(before.map(({ path: name, content }) => [name, content]));
  const changed = files.filter(one => old.get(one.path) !== one.content);
  const paths = new Set(files.map(({ path: name }) => name));
  const removed = [...old.keys()].filter(name => !paths.has(name));
  if (changed.length + removed.length === 0) {
    logger.info('The repository is like this already; nothing changes');
    return { changed: false, written: [], removed, effect: '' };
  }
  const effect = await logEffect({ before, after: files, helm, logger });
  logFiles(changed, removed, logger);
  for (const one of kept) {
    logger.warn(`${one.path} stays as it is: ${one.reason}`);
  }
  await writeFiles(directory, changed);
  for (const name of removed) await fs.rm(path.join(directory, name));
  const written = changed.map(({ path: name }) => name);
  return { changed: true, written, removed, effect };
}

async function logEffect(options: {
  before: GeneratedFile[];
  after: GeneratedFile[];
  helm: Helm;
  logger: LoggerService;
}): Promise<string> {
  const { helm, logger } = options;
  const before = await renderEnvironments(options.before, helm);
  const after = await renderEnvironments(options.after, helm);
  const says: string[] = [];
  const refused: string[] = [];
  for (const [environment, objects] of after) {
    const effect = describeEffect(before.get(environment), objects);
    const there = (line: string) => `${environment}: ${line}`;
    says.push(...effect.lines.map(there));
    refused.push(...effect.refused.map(there));
  }
  for (const line of says) logger.info(line);
  if (refused.length > 0) throw new InputError(refused.join('\n'));
  return says.map(line => `- ${line}`).join('\n');
}

/** Vendored charts are many and nobody's own. */
function logFiles(
  changed: GeneratedFile[],
  removed: string[],
  logger: LoggerService,
) {
  const isVendored = (name: string) => name.startsWith('charts/');
  const own = [
    ...changed.map(({ path: name }) => name),
    ...removed.map(name => `${name} (removed)`),
  ].filter(name => !isVendored(name));
  const vendored = changed.length + removed.length - own.length;
  if (own.length > 0) logger.info(`Changed: ${own.join(', ')}`);
  if (vendored > 0) logger.info(`Changed: ${vendored} files of our charts`);
}
