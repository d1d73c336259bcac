import fs from 'node:fs';
import path from 'node:path';
import { ensureBinaries } from '../test/cluster/binaries';
import { ensureCrds, ensureGitopsCrds } from '../test/cluster/crds';
import { ensurePostgres } from '../test/database/ensurePostgres';
import { ensureChromium } from './lib/chromium';
import { makeScratchFolder } from './lib/scratchFolder';
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
  const env: Record<string, string> = {
    HEADWORKS_HELM: binaries.helm4,
    HEADWORKS_HELM3: binaries.helm3,
    HEADWORKS_CHROMIUM: ensureChromium(),
    // Backstage's Kubernetes client is an ES module. Each test file loads
    // thousands of modules: more room for new objects saves a tenth of the time.
    NODE_OPTIONS: '--experimental-vm-modules --max-semi-space-size=64',
    // Helm, etcd and the API server tidy up less often; there is memory enough.
    GOGC: '400',
  };

  // Each of these keeps one core busy.
  await Promise.all([types(), formAndPages()]);
  const jest = (title: string, ...args: string[]) =>
    suite(title, () => runJest({ title, args, cwd: root, env }));
  await jest(
    'Unit tests',
    bin('backstage-cli'),
    'repo',
    'test',
    '--maxWorkers=2',
  );
  const ours = [bin('jest'), '--config', 'test/jest.config.js'];
  const alone = [...ours, '--runInBand', '--testPathPatterns'];
  const scratch = makeScratchFolder();
  try {
    env.TMPDIR = scratch;
    await jest(
      'Integration',
      ...[...ours, '--maxWorkers=2'],
      ...['--testPathIgnorePatterns', 'test/e2e/', 'test/install/'],
    );
    await jest('Browser journeys', ...alone, 'test/e2e/');
  } finally {
    delete env.TMPDIR;
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  await jest('Into a portal that exists', ...alone, 'test/install/');
}

async function types() {
  await check('Types', bin('tsc'), '--noEmit', '--incremental', 'false');
  await check('Types of tests and tools', bin('tsc'), '-p', 'test');
}

async function formAndPages() {
  const same = (title: string, tool: string) =>
    check(title, bin('tsx'), `tools/${tool}.ts`, '--check');
  const style = ['--check', '--loglevel', 'warn', '.'];
  await check('Formatting', bin('prettier'), ...style);
  await same('Charts: schemas and values tables', 'charts');
  await same('Lint rules: their list and pages', 'rules');
  await same('Health: the page of all reason codes', 'health');
  await same('Actions: the page of what they do to state', 'actions');
  await same('HTTP API: its document', 'api');
  await check('Lint', bin('backstage-cli'), 'repo', 'lint');
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
