import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ResourceId } from '@headworks/backstage-plugin-data-pipelines-common';
import { healthPage } from './lib/healthPage';
import { readReasons } from './lib/healthReasons';

const root = path.resolve(__dirname, '..');
const page = path.join(root, 'docs/reference/health.md');

/**
 * Brings the page of all health reason codes up to date with the rules.
 * `--check` changes nothing and fails where it is out of date.
 */
function main() {
  const { said, rules, reach } = readReasons(
    path.join(root, 'plugins/data-pipelines-common/src/health'),
  );
  const kinds = [...rules].map(([resource, file]) => {
    const files = reach(file).add('rules.ts');
    return {
      resource: resource as ResourceId,
      said: said.filter(
        one => files.has(one.file) && one.file !== 'verdict.ts',
      ),
    };
  });
  const verdict = said.filter(({ file }) => file === 'verdict.ts');
  const style = resolveConfig.sync(page) ?? {};
  const wanted = format(healthPage(kinds, verdict), {
    ...style,
    filepath: page,
  });
  const found = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  if (wanted === found) return;
  const name = path.relative(root, page);
  if (process.argv.includes('--check')) {
    process.stderr.write(`${name} is out of date; run: yarn health\n`);
    process.exit(1);
  }
  fs.writeFileSync(page, wanted);
  process.stderr.write(`${name}\n`);
}

main();
