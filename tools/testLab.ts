import fs from 'node:fs';
import path from 'node:path';
import { ensureBinaries } from '../test/cluster/binaries';
import { Steps } from './lib/steps';
import { runJest } from './lib/suites';

const root = path.resolve(__dirname, '..');

/** What needs a kubelet: `npm run test:lab [name]`, as root. */
async function testLab() {
  const steps = new Steps();
  await steps.run('Helm', ensureBinaries);
  const { passed, failed } = await runJest({
    title: 'Lab',
    args: [
      fs.realpathSync(path.join(root, 'node_modules/.bin/jest')),
      '--config',
      'test/lab/jest.config.js',
      '--runInBand',
      ...process.argv.slice(2),
    ],
    cwd: root,
    env: { NODE_OPTIONS: '--experimental-vm-modules' },
  });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

testLab().catch(error => {
  process.stderr.write(`\n✖ ${error.message}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
});
