import fs from 'node:fs/promises';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { parseDocument } from 'yaml';
import { CannotRun } from '../exitCodes';

/**
 * A specification from a file, YAML or JSON; it may still be wrong.
 *
 * @param file - `-` for standard input
 */
export async function readSpec(file: string): Promise<PipelineSpec> {
  const name = file === '-' ? 'standard input' : file;
  const text = await (file === '-' ? readStdin() : read(file));
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new CannotRun(
      `${name}: not YAML or JSON: ${error.message
        .split('\n')[0]
        .replace(/:$/, '')}; correct it.`,
    );
  }
  return document.toJS() as PipelineSpec;
}

function read(file: string): Promise<string> {
  return fs.readFile(file, 'utf8').catch(error => {
    throw new CannotRun(
      error.code === 'ENOENT'
        ? `--from ${file}: there is no such file.`
        : `--from ${file}: it cannot be read (${error.code}).`,
    );
  });
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
