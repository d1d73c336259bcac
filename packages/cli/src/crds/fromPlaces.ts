import fs from 'node:fs/promises';
import path from 'node:path';
import { CannotRun } from '../exitCodes';
import { DefinitionSource } from './definitions';
import { fetchText } from './fetchText';
import { parseDefinitions, sumOf } from './parseDefinitions';

/** Definitions from a file, a folder of files, or an address. */
export async function fromPlace(place: string): Promise<DefinitionSource> {
  const texts = /^https?:\/\//.test(place)
    ? [{ name: place, text: await fetchText(place) }]
    : await readTexts(place);
  const definitions = texts.flatMap(({ name, text }) =>
    parseDefinitions(name, text),
  );
  if (definitions.length === 0) {
    throw new CannotRun(
      `--from ${place}: there is no CustomResourceDefinition in it; give a file, folder or address of some.`,
    );
  }
  const sum = sumOf(texts.map(({ text }) => text).join('\n'));
  return { label: `${place} (${sum})`, definitions, complete: false };
}

async function readTexts(place: string) {
  const fail = (error: NodeJS.ErrnoException) => {
    throw new CannotRun(
      error.code === 'ENOENT'
        ? `--from ${place}: there is no such file or folder.`
        : `--from ${place}: it cannot be read (${error.code}).`,
    );
  };
  const isFolder = (await fs.stat(place).catch(fail)).isDirectory();
  const names = isFolder
    ? (await fs.readdir(place).catch(fail))
        .filter(name => /\.(ya?ml|json)$/.test(name))
        .sort()
        .map(name => path.join(place, name))
    : [place];
  return Promise.all(
    names.map(async name => ({
      name,
      text: await fs.readFile(name, 'utf8').catch(fail),
    })),
  );
}
