import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFrontend } from './lib/frontend';
import { startPlayground } from './lib/playground';
import { startPortal } from './lib/portal';
import { TOKEN_VARIABLES, writePortalConfig } from './lib/portalConfig';
import { freePort, requireFreePort } from './lib/ports';
import { Steps } from './lib/steps';

const USAGE = `npm start -- [--port 7007] [--home .headworks] [--prepare]

  --port     where the portal answers; 0 takes a free one
  --home     where the playground keeps its cluster, repositories and database
  --prepare  make everything ready and end without starting`;

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
      home: { type: 'string', default: path.join(root, '.headworks') },
      prepare: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const wanted = Number(values.port);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    throw new Error(
      `--port ${values.port}: not a port. Give a number from 0 to 65535.`,
    );
  }
  await requireFreePort(wanted);
  const port = wanted === 0 ? await freePort() : wanted;
  const home = path.resolve(values.home);
  fs.mkdirSync(path.join(home, 'database'), { recursive: true });
  fs.mkdirSync(path.join(home, 'repositories'), { recursive: true });

  const steps = new Steps();
  const frontend = steps.run('Frontend', async report => {
    if (!(await buildFrontend(root))) report('unchanged since the last build');
  });
  // Reported below; until then it must not count as unhandled.
  frontend.catch(() => {});
  const { cluster, binaries, repositories } = await startPlayground({
    root,
    home,
    steps,
    onStarted: stop => toStop.push(stop),
  });
  await frontend;
  if (values.prepare) {
    return;
  }
  const config = writePortalConfig({
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
  });
  const portal = await steps.run('Portal', () =>
    startPortal({
      root,
      home,
      port,
      config,
      environment: {
        [TOKEN_VARIABLES.read]: cluster.readToken,
        [TOKEN_VARIABLES.write]: cluster.writeToken,
      },
      onStarting: stop => toStop.push(stop),
    }),
  );
  steps.say(`
  Headworks is ready after ${steps.total()}:  http://localhost:${port}

  The operators are simulated here; nothing outside this machine is touched.
  The cluster, for kubectl and helm:  export KUBECONFIG=${
    cluster.adminKubeconfig
  }
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
