import fs from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(__dirname, '../../README.md');
const SECTION = 'Add it to your Backstage';

/** A block of code that a reader copies. */
export interface Block {
  language: string;
  text: string;
}

/** Blocks of the README on how to add it to a Backstage, by the titles of the steps. */
export function stepsOfReadme(): Map<string, Block[]> {
  const readme = fs.readFileSync(FILE, 'utf8');
  const begin = readme.indexOf(`\n## ${SECTION}\n`);
  if (begin < 0) throw new Error(`README.md has no section "${SECTION}"`);
  const end = readme.indexOf('\n## ', begin + 1);
  const [, ...steps] = readme.slice(begin, end).split('\n### ');
  return new Map(
    steps.map(step => [step.slice(0, step.indexOf('\n')), blocksOf(step)]),
  );
}

function blocksOf(markdown: string): Block[] {
  const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(fence)].map(([, language, text]) => ({
    language,
    text,
  }));
}

/** The commands of a block, each with its continued lines in one. */
export function commandsOf(block: Block): string[] {
  return block.text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line !== '');
}

/** The file that the comment on the first line names, and what follows. */
export function fileOf({ text }: Block): { file: string; body: string } {
  const [, file, body] = /^\s*(?:\/\/|#) (\S+)\n([\s\S]*)$/.exec(text) ?? [];
  if (file === undefined) {
    throw new Error(`This block of README.md names no file:\n${text}`);
  }
  return { file, body };
}
