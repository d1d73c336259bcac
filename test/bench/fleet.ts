import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFrontend } from '../../tools/lib/frontend';
import { ensureBinaries } from '../cluster/binaries';
import { ensureCrds } from '../cluster/crds';
import { startClusters } from './fleet/clusters';
import { measureSync } from './fleet/coldSync';
import { startDatabase } from './fleet/database';
import { deployable } from './fleet/deployable';
import { measureKubernetesTab } from './fleet/kubernetesTab';
import { measureLoad } from './fleet/load';
import { measurePixels } from './fleet/pixel';
import { startFleetPortal } from './fleet/portal';
import { ClusterName, CLUSTERS } from './fleet/shape';
import { untilKnown } from './fleet/sync';
import { measureViewers } from './fleet/viewers';
import { run } from './figures';

const USAGE = `fleet.ts [--home DIR] [--only PART …] [--profile DIR]: a thousand pipelines, ten thousand custom resources, three API servers

  --home     keeps clusters and catalog there, so that a second run need not fill them
  --only     sync, load, tab, viewers or pixels; all of them by default
  --profile  writes a processor profile of the backend there, for each part`;

const PARTS = {
  load: measureLoad,
  tab: measureKubernetesTab,
  viewers: measureViewers,
  pixels: measurePixels,
};

const ALL = Object.keys(CLUSTERS) as ClusterName[];

async function main() {
  const { values } = parseArgs({
    options: {
      home: { type: 'string' },
      only: { type: 'string', multiple: true },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const wanted = (part: string) => values.only?.includes(part) ?? true;
  const root = path.resolve(__dirname, '../..');
  const built = await deployable(root);
  if (wanted('pixels')) await buildFrontend(root);
  const home = path.resolve(
    values.home ?? fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-fleet-')),
  );
  fs.mkdirSync(home, { recursive: true });
  const toStop: Array<() => Promise<void>> = [];
  const onStarting = (stop: () => Promise<void>) => void toStop.push(stop);
  const stopAll = async () => {
    for (const stop of toStop.splice(0).reverse()) await stop();
  };
  process.once('SIGINT', () => stopAll().then(() => process.exit(1)));
  process.once('SIGTERM', () => stopAll().then(() => process.exit(1)));
  try {
    const clusters = await startClusters({
      home,
      binaries: await ensureBinaries(say),
      crds: await ensureCrds(say),
      say,
      onStarting,
    });
    const postgres = await startDatabase({ home, onStarting });
    const start = (only: readonly ClusterName[]) =>
      startFleetPortal({ home, built, clusters, postgres, only, onStarting });
    if (wanted('sync')) await measureSync(start);
    const portal = await start(ALL);
    await untilKnown(portal, ALL.length);
    for (const [part, measure] of Object.entries(PARTS)) {
      if (!wanted(part)) continue;
      if (values.profile) await portal.inspector.startProfile();
      await measure({ portal, clusters });
      if (values.profile) {
        const file = path.join(values.profile, `${part}.cpuprofile`);
        await portal.inspector.stopProfile(file);
      }
    }
  } finally {
    await stopAll();
    if (!values.home) fs.rmSync(home, { recursive: true, force: true });
  }
}

function say(line: string) {
  process.stderr.write(`${line}\n`);
}

run(main);
