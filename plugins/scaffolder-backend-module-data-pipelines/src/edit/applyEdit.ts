import fs from 'node:fs/promises';
import path from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  EnvironmentEffect,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  describeEffect,
  describeRefusals,
  Edit,
  Helm,
  previewEdit,
  readRepository,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';

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
  edit(files: readonly GeneratedFile[]): Edit | Promise<Edit>;
}): Promise<AppliedEdit> {
  const { directory, helm, logger, edit } = options;
  const files = await readRepository(directory);
  const preview = await previewEdit({ files, edit, helm });
  const { changed, removed, kept, environments } = preview;
  if (changed.length + removed.length === 0) {
    logger.info('The repository is like this already; nothing changes');
    return { changed: false, written: [], removed, effect: '' };
  }
  const effect = logEffect(environments, logger);
  logFiles(changed, removed, logger);
  for (const one of kept) {
    logger.warn(`${one.path} stays as it is: ${one.reason}`);
  }
  await writeFiles(directory, changed);
  for (const name of removed) await fs.rm(path.join(directory, name));
  const written = changed.map(({ path: name }) => name);
  return { changed: true, written, removed, effect };
}

function logEffect(
  environments: readonly EnvironmentEffect[],
  logger: LoggerService,
): string {
  const says: string[] = [];
  const refused: string[] = [];
  for (const one of environments) {
    const there = (line: string) => `${one.name}: ${line}`;
    says.push(...describeEffect(one).map(there));
    refused.push(...describeRefusals(one).map(there));
  }
  for (const line of says) logger.info(line);
  if (refused.length > 0) throw new InputError(refused.join('\n'));
  return says.map(line => `- ${line}`).join('\n');
}

/** Vendored charts are many and nobody's own. */
function logFiles(
  changed: readonly GeneratedFile[],
  removed: readonly string[],
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
