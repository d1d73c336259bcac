import fs from 'node:fs';
import path from 'node:path';
import {
  readRecording,
  RecordedChange,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * The recordings below a folder: each folder with `.ndjson` files is one place
 * whose kinds belong together.
 *
 * @param say - hears of every line and file that cannot be read
 * @throws where the folder itself cannot be read
 */
export function recordingsIn(
  dir: string,
  say: (problem: string) => void,
): RecordedChange[][] {
  return foldersIn(dir, say).map(folder =>
    fs
      .readdirSync(folder)
      .filter(name => name.endsWith('.ndjson'))
      .sort()
      .flatMap(name => {
        const file = path.join(folder, name);
        const { changes, problems } = readRecording(
          path.relative(dir, file).split(path.sep).join('/'),
          textOf(file, say),
        );
        problems.forEach(say);
        return changes;
      }),
  );
}

function foldersIn(dir: string, say: (problem: string) => void): string[] {
  const below = fs
    .readdirSync(dir, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => path.join(dir, entry.name))
    .sort();
  return [dir, ...below.flatMap(folder => foldersOf(folder, say))];
}

function foldersOf(folder: string, say: (problem: string) => void): string[] {
  try {
    return foldersIn(folder, say);
  } catch (error) {
    say(`${folder}: ${(error as Error).message}; the folder is left out`);
    return [];
  }
}

function textOf(file: string, say: (problem: string) => void): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    say(`${file}: ${(error as Error).message}; the file is left out`);
    return '';
  }
}
