import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { actionsPage } from './lib/actionsPage';

const root = path.resolve(__dirname, '..');
const page = path.join(root, 'docs/reference/actions.md');

/**
 * Brings the page of what happens to a job's state up to date with the plans.
 * `--check` changes nothing and fails where it is out of date.
 */
function main() {
  const style = resolveConfig.sync(page) ?? {};
  const wanted = format(actionsPage(), { ...style, filepath: page });
  const found = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  if (wanted === found) return;
  const name = path.relative(root, page);
  if (process.argv.includes('--check')) {
    process.stderr.write(`${name} is out of date; run: yarn actions\n`);
    process.exit(1);
  }
  fs.writeFileSync(page, wanted);
  process.stderr.write(`${name}\n`);
}

main();
