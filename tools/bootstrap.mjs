// The only script that runs before anything is installed: plain JavaScript,
// any Node from 20, no dependencies. It makes sure of tools, of a Node that
// Backstage supports and of node_modules, then hands over to <command>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_VERSION = '22.23.3';
const SUPPORTED_MAJORS = [22, 24];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = path.join(
  process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
  'headworks',
);
const [command = 'start', ...args] = process.argv.slice(2);
/** What replay writes is for programs; it needs nothing but Node. */
const filter = command === 'replay';
const screen = filter ? process.stderr : process.stdout;

function stop(sentence) {
  process.stderr.write(`\n✖ ${sentence}\n`);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  stop(
    `Node ${process.versions.node} is too old. Install Node 20 or newer and start again.`,
  );
}

const TOOLS = [
  ['git', ['--version'], 'Install Git (for example: apt-get install git)'],
  ['go', ['version'], 'Install Go 1.26 or newer from https://go.dev/dl'],
  ['python3', ['-m', 'pip', '--version'], 'Install Python 3 with pip'],
];
for (const [tool, probe, remedy] of filter ? [] : TOOLS) {
  if (spawnSync(tool, probe, { stdio: 'ignore' }).status !== 0) {
    stop(
      `"${[tool, ...probe].join(
        ' ',
      )}" does not work here. ${remedy} and start again.`,
    );
  }
}

/** Runs one long step with its elapsed time on the screen; output only on failure. */
async function step(title, file, argv, options) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const live = screen.isTTY;
  if (!live) screen.write(`… ${title}\n`);
  const ticker = setInterval(
    () =>
      screen.write(
        live ? `\r… ${title} ${seconds()} ` : `… ${title} ${seconds()}\n`,
      ),
    live ? 1000 : 15000,
  );
  const child = spawn(file, argv, { ...options, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      output = (output + data).slice(-20000);
    });
  }
  const status = await new Promise(resolve => {
    child.on('error', error => {
      output += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  clearInterval(ticker);
  if (status !== 0) {
    process.stderr.write(`\n${output}\n`);
    stop(
      `${title} failed. Its output is above; mend what it names and start again.`,
    );
  }
  screen.write(`${live ? '\r' : ''}✔ ${title} (${seconds()})          \n`);
}

async function supportedNode() {
  if (SUPPORTED_MAJORS.includes(major)) return process.execPath;
  const home = path.join(cache, `node-${NODE_VERSION}`);
  const name = `node-${process.platform}-${process.arch}`;
  const node = path.join(home, 'node_modules', name, 'bin', 'node');
  if (!fs.existsSync(node)) {
    const half = `${home}.${process.pid}`;
    fs.mkdirSync(half, { recursive: true });
    fs.writeFileSync(path.join(half, 'package.json'), '{"private":true}\n');
    await step(
      `Fetching Node ${NODE_VERSION} (Backstage does not run on ${process.versions.node})`,
      'npm',
      ['install', '--no-audit', '--no-fund', `${name}@${NODE_VERSION}`],
      { cwd: half },
    );
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(half, home);
  }
  return node;
}

const node = await supportedNode();
const env = { ...process.env, NODE_OPTIONS: '' };
env.PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH}`;
if (node !== process.execPath) {
  // Native modules must be built for this Node, not for the machine's own.
  env.npm_config_nodedir = path.dirname(path.dirname(node));
}

const lock = fs.readFileSync(path.join(root, 'yarn.lock'));
const wanted = createHash('sha256').update(lock).update(node).digest('hex');
const stamp = path.join(root, 'node_modules', '.headworks-installed');
const installed = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
if (installed !== wanted) {
  const registry = spawnSync('npm', ['config', 'get', 'registry'], {
    encoding: 'utf8',
  }).stdout?.trim();
  await step(
    'Installing packages (3 minutes the first time)',
    node,
    [
      path.join(root, '.yarn/releases/yarn-4.13.0.cjs'),
      'install',
      '--immutable',
    ],
    {
      cwd: root,
      env: {
        ...env,
        // Yarn does not read .npmrc; a company's mirror is usually set there.
        ...(registry && !registry.startsWith('https://registry.npmjs.org')
          ? { YARN_NPM_REGISTRY_SERVER: registry }
          : {}),
      },
    },
  );
  fs.writeFileSync(stamp, wanted);
}

const child = spawn(
  node,
  ['--import', 'tsx', path.join(root, 'tools', `${command}.ts`), ...args],
  { cwd: root, env, stdio: 'inherit' },
);
// A terminal sends Ctrl-C to the child as well; the child decides when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 1));
