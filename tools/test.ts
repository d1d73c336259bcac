import fs from 'node:fs';
import path from 'node:path';
import { ensureBinaries } from '../test/cluster/binaries';
import { ensureCrds, ensureGitopsCrds } from '../test/cluster/crds';
import { ensurePostgres } from '../test/database/ensurePostgres';
import { ensureChromium } from './lib/chromium';
import { Steps } from './lib/steps';
import { runCheck, runJest, SuiteResult } from './lib/suites';

const root = path.resolve(__dirname, '..');
const bin = (name: string) =>
  fs.realpathSync(path.join(root, 'node_modules/.bin', name));
const steps = new Steps();
const results: SuiteResult[] = [];

async function suite(title: string, body: () => Promise<SuiteResult>) {
  const result = await steps.run(title, body);
  steps.say(`  ${result.passed} passed, ${result.failed} failed`);
  results.push(result);
}

const check = (title: string, ...args: string[]) =>
  suite(title, () => runCheck({ title, args, cwd: root }));

async function test() {
  await steps.run('Chromium', async () => ensureChromium());
  await steps.run('PostgreSQL', async () => ensurePostgres());
  const binaries = await steps.run('etcd, API server, Helm', ensureBinaries);
  await steps.run('Definitions of the operators (CRDs)', ensureCrds);
  await steps.run('Definitions of Argo CD and Flux', ensureGitopsCrds);
  const env = {
    HEADWORKS_HELM: binaries.helm4,
    HEADWORKS_HELM3: binaries.helm3,
    HEADWORKS_CHROMIUM: ensureChromium(),
    // Backstage's Kubernetes client is an ES module.
    NODE_OPTIONS: '--experimental-vm-modules',
  };

  await check(
    'Formatting',
    bin('prettier'),
    '--check',
    '--loglevel',
    'warn',
    '.',
  );
  await check(
    'Charts: schemas and values tables',
    bin('tsx'),
    'tools/charts.ts',
    '--check',
  );
  await check(
    'Lint rules: their list and pages',
    bin('tsx'),
    'tools/rules.ts',
    '--check',
  );
  await check(
    'Health: the page of all reason codes',
    bin('tsx'),
    'tools/health.ts',
    '--check',
  );
  await check(
    'Actions: the page of what they do to state',
    bin('tsx'),
    'tools/actions.ts',
    '--check',
  );
  await check('HTTP API: its document', bin('tsx'), 'tools/api.ts', '--check');
  await check('Lint', bin('backstage-cli'), 'repo', 'lint');
  await check('Types', bin('tsc'), '--noEmit', '--incremental', 'false');
  await check('Types of tests and tools', bin('tsc'), '-p', 'test');
  const jest = (title: string, ...args: string[]) =>
    suite(title, () => runJest({ title, args, cwd: root, env }));
  await jest(
    'Unit tests',
    bin('backstage-cli'),
    'repo',
    'test',
    '--maxWorkers=2',
  );
  const ours = [bin('jest'), '--config', 'test/jest.config.js', '--runInBand'];
  const apart = ['test/e2e/', 'test/install/'];
  await jest('Integration', ...ours, '--testPathIgnorePatterns', ...apart);
  await jest('Browser journeys', ...ours, '--testPathPatterns', 'test/e2e/');
  await jest(
    'Into a portal that exists',
    ...ours,
    '--testPathPatterns',
    'test/install/',
  );
}

test()
  .catch(error => {
    process.stderr.write(`\n✖ ${error.message}\n`);
    results.push({ title: 'Preparation', passed: 0, failed: 1 });
  })
  .finally(() => {
    const sum = (key: 'passed' | 'failed') =>
      results.reduce((total, result) => total + result[key], 0);
    for (const { title, failed } of results.filter(r => r.failed > 0)) {
      steps.say(`✖ ${title}: ${failed} failed`);
    }
    steps.say(`after ${steps.total()}`);
    process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
    process.exit(sum('failed') > 0 || results.length === 0 ? 1 : 0);
  });
