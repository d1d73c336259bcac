import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureHelm4 } from '../test/cluster/binaries';
import { reachExistingCluster } from './lib/existingCluster';
import { buildFrontend } from './lib/frontend';
import { startPlayground } from './lib/playground';
import { startPortal } from './lib/portal';
import {
  TOKEN_VARIABLES,
  writeExistingClusterConfig,
  writePortalConfig,
} from './lib/portalConfig';
import { freePort, requireFreePort } from './lib/ports';
import { Steps } from './lib/steps';

const USAGE = `npm start -- [--port 7007] [--home .headworks] [--prepare]
npm start -- --kubeconfig FILE [--context NAME] [--port 7007] [--home DIR]

  --port        where the portal answers; 0 takes a free one
  --home        where cluster, repositories and database are kept
  --prepare     make everything ready and end without starting
  --kubeconfig  no playground: show what runs in an existing cluster. The portal
                only reads there, with the user of the context, whose token,
                client certificate or credential plugin stays on this machine
  --context     another context of the file than its current one`;

const root = path.resolve(__dirname, '..');
const toStop: Array<() => Promise<void>> = [];
let stopping: Promise<void> | undefined;

/** Ends what was started, last first, once. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of toStop.reverse()) {
      await stop().catch(error =>
        process.stderr.write(`While stopping: ${error.message}\n`),
      );
    }
  })();
  return stopping;
}

async function start() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7007' },
      home: { type: 'string' },
      prepare: { type: 'boolean', default: false },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { context, kubeconfig, prepare } = values;
  if (kubeconfig === undefined && context !== undefined) {
    throw new Error(
      '--context: names a context of which file? Give it with --kubeconfig FILE.',
    );
  }
  const port = await readPort(values.port);
  const home = path.resolve(
    values.home ??
      path.join(
        root,
        '.headworks',
        // Another cluster's catalog and history have no place in this one's.
        kubeconfig === undefined ? '' : `of-${nameIn(kubeconfig, context)}`,
      ),
  );
  fs.mkdirSync(path.join(home, 'database'), { recursive: true });
  fs.mkdirSync(path.join(home, 'repositories'), { recursive: true });
  const steps = new Steps();
  const frontend = steps.run('Frontend', async report => {
    if (!(await buildFrontend(root))) report('unchanged since the last build');
  });
  // Reported below; until then it must not count as unhandled.
  frontend.catch(() => {});
  const place = { home, port, steps };
  const { config, environment, ready } =
    kubeconfig === undefined
      ? await playground(place)
      : await existingCluster(place, kubeconfig, context);
  await frontend;
  if (prepare) return;
  const portal = await steps.run('Portal', () =>
    startPortal({
      root,
      home,
      port,
      config,
      environment,
      onStarting: stop => toStop.push(stop),
    }),
  );
  steps.say(`
  Headworks is ready after ${steps.total()}:  http://localhost:${port}

${ready.map(line => `  ${line}`).join('\n')}
  Ctrl-C ends everything.
`);
  await portal.exited;
  if (!stopping) {
    throw new Error(
      `The portal ended by itself. ${path.join(
        home,
        'portal.log',
      )} says why; then start again.`,
    );
  }
}

/** Where something is started, and who is told of it. */
interface Place {
  home: string;
  port: number;
  steps: Steps;
}

async function playground({ home, port, steps }: Place) {
  const { cluster, binaries, repositories } = await startPlayground({
    root,
    home,
    steps,
    onStarted: stop => toStop.push(stop),
  });
  return {
    config: writePortalConfig({
      root,
      home,
      port,
      cluster: {
        url: cluster.url,
        caData: cluster.caData,
        kubeconfig: cluster.adminKubeconfig,
      },
      helm: binaries.helm4,
      repositories,
    }),
    environment: {
      [TOKEN_VARIABLES.read]: cluster.readToken,
      [TOKEN_VARIABLES.write]: cluster.writeToken,
    },
    ready: [
      'The operators are simulated here; nothing outside this machine is touched.',
      `The cluster, for kubectl and helm:  export KUBECONFIG=${cluster.adminKubeconfig}`,
    ],
  };
}

async function existingCluster(
  { home, port, steps }: Place,
  kubeconfig: string,
  context: string | undefined,
) {
  const cluster = await reachExistingCluster({
    kubeconfig,
    context,
    steps,
    onStarted: stop => toStop.push(stop),
  });
  const helm = await steps.run('Helm', log => ensureHelm4(log));
  return {
    config: writeExistingClusterConfig({ root, home, port, helm, cluster }),
    environment: { [TOKEN_VARIABLES.read]: cluster.relay.token },
    ready: [
      `It shows what runs in ${cluster.name} (${cluster.server}).`,
      'It only reads there: nothing is created, changed or deleted, and no Secret is read.',
    ],
  };
}

async function readPort(text: string): Promise<number> {
  const wanted = Number(text);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    throw new Error(
      `--port ${text}: not a port. Give a number from 0 to 65535.`,
    );
  }
  await requireFreePort(wanted);
  return wanted === 0 ? freePort() : wanted;
}

/** A folder's name for a cluster. */
function nameIn(kubeconfig: string, context = 'current'): string {
  const text = `${path.resolve(kubeconfig)}-${context}`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${context.replace(/[^\w.-]/g, '_').slice(0, 40)}-${hash}`;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) process.stdout.write('\nEnding everything …\n');
    stopAll().then(() => process.exit(0));
  });
}

start()
  .then(async () => {
    await stopAll();
    process.exit(0);
  })
  .catch(async error => {
    if (stopping) return;
    process.stderr.write(`\n✖ ${error.message}\n`);
    await stopAll();
    process.exit(1);
  });
