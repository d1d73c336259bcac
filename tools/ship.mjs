// What a package ships and this repository keeps elsewhere: its `prepack` copies
// it beside package.json, its `postpack` removes it again.
//
//   node ../../tools/ship.mjs [--remove] [charts | templates]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const remove = args.includes('--remove');
/** What is for the tests of this repository only. */
const LEFT_OUT = new Set(['ci', 'cases', 'health', 'platform', 'README.md']);

for (const name of ['LICENSE', ...args.filter(arg => arg !== '--remove')]) {
  fs.rmSync(name, { recursive: true, force: true });
  if (remove) continue;
  fs.cpSync(path.join(root, name), name, {
    recursive: true,
    filter: source => !LEFT_OUT.has(path.basename(source)),
  });
}
