import fs from 'node:fs';
import path from 'node:path';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { ensureBinaries } from '../../test/cluster/binaries';
import { applyCrds } from '../../test/cluster/applyCrds';
import { startCluster } from '../../test/cluster/cluster';
import { ensureCrds } from '../../test/cluster/crds';
import { startSimulatedOperators } from '../../test/cluster/operators';
import { startPlaygroundKafka } from '../../test/cluster/playgroundKafka';
import { generateSamples, installSample } from './samples';
import { Steps } from './steps';

/**
 * A real API server with the operators' real CRDs, simulated operators, and
 * the sample pipelines installed by real Helm.
 */
export async function startPlayground(options: {
  root: string;
  home: string;
  steps: Steps;
  /** Called with what must be ended, as soon as it runs. */
  onStarted: (stop: () => Promise<void>) => void;
}) {
  const { root, home, steps, onStarted } = options;
  const binaries = await steps.run(
    'Kubernetes API server, etcd and Helm',
    log => ensureBinaries(log),
  );
  const crds = await steps.run('Definitions of the operators (CRDs)', log =>
    ensureCrds(log),
  );
  const cluster = await steps.run('Starting the cluster', log =>
    startCluster({
      dataDirectory: path.join(home, 'cluster'),
      binaries,
      log,
      onStarting: onStarted,
    }),
  );
  const samples = await steps.run('Sample pipelines', async () => {
    await applyCrds(cluster, crds);
    await startPlaygroundKafka(cluster);
    const operators = await startSimulatedOperators({
      cluster,
      log: line =>
        fs.appendFileSync(path.join(home, 'operators.log'), `${line}\n`),
    });
    onStarted(() => operators.stop());
    const made = await generateSamples({ root, home });
    const helm = new Helm({ binary: binaries.helm4 });
    for (const sample of made) {
      await installSample({
        sample,
        helm,
        kubeconfig: cluster.adminKubeconfig,
      });
    }
    return made;
  });
  return {
    cluster,
    binaries,
    repositories: samples.map(sample => sample.repository),
  };
}
