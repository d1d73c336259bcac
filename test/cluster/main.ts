import os from 'node:os';
import path from 'node:path';
import { applyCrds } from './applyCrds';
import { ensureBinaries } from './binaries';
import { startCluster } from './cluster';
import { ensureCrds } from './crds';
import { startSimulatedOperators } from './operators';
import { startPlaygroundKafka } from './playgroundKafka';

// For developers: the playground's cluster alone, until Ctrl-C.
const log = (line: string) => process.stdout.write(`${line}\n`);

async function main() {
  const cluster = await startCluster({
    dataDirectory: path.join(os.tmpdir(), 'headworks-cluster'),
    binaries: await ensureBinaries(log),
    log,
  });
  await applyCrds(cluster, await ensureCrds(log));
  await startPlaygroundKafka(cluster);
  const operators = await startSimulatedOperators({ cluster, log });
  log(`export KUBECONFIG=${cluster.adminKubeconfig}`);
  process.on('SIGINT', async () => {
    await operators.stop();
    await cluster.stop();
    process.exit(0);
  });
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
