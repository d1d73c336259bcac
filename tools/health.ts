import path from 'node:path';
import { ResourceId } from '@headworks/backstage-plugin-data-pipelines-common';
import { healthPage } from './lib/healthPage';
import { readReasons } from './lib/healthReasons';
import { keepPage } from './lib/keepPage';

const root = path.resolve(__dirname, '..');

/**
 * Brings the page of all health reason codes up to date with the rules.
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
  keepPage(
    'docs/reference/health.md',
    healthPage(kinds, verdict),
    'yarn health',
  );
}

main();
