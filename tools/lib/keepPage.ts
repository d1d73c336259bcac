import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(__dirname, '../..');

/**
 * Brings a generated page up to date. `--check` changes nothing and fails
 * where it is out of date.
 *
 * @param name - of the page, from the repository's root
 * @param command - that writes it, such as `yarn health`
 */
export function keepPage(name: string, text: string, command: string) {
  const page = path.join(root, name);
  const style = resolveConfig.sync(page) ?? {};
  const wanted = format(text, { ...style, filepath: page });
  const found = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  if (wanted === found) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${name} is out of date; run: ${command}\n`);
    process.exit(1);
  }
  fs.writeFileSync(page, wanted);
  process.stderr.write(`${name}\n`);
}
