import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  Helm,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parse } from 'yaml';
import { Binaries, ensureBinaries } from '../cluster/binaries';
import { Cluster } from '../cluster/cluster';
import { ensureCrds, ensureGitopsCrds } from '../cluster/crds';
import { startSimulatedOperators } from '../cluster/operators';
import { startPlaygroundKafka } from '../cluster/playgroundKafka';
import { startPreparedCluster } from '../cluster/preparedCluster';

const root = path.resolve(__dirname, '../..');

/** Where pipelines are installed. */
export const NAMESPACE = 'pipelines';

/** A real API server with the CRDs and the simulated operators, in a folder of its own. */
export interface World {
  home: string;
  cluster: Cluster;
  binaries: Binaries;
  /** Generates the pipeline's repository and returns its folder. */
  generate(spec: PipelineSpec): Promise<string>;
  install(name: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param options - `speed` 50 makes a simulated minute last 1.2 seconds;
 * `gitops` has the kinds of Argo CD and Flux served too
 */
export async function startWorld(options: {
  speed: number;
  gitops?: boolean;
}): Promise<World> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-world-'));
  const log = () => {};
  const binaries = await ensureBinaries(log);
  const definitions = [
    ...(await ensureCrds(log)),
    ...(options.gitops ? await ensureGitopsCrds(log) : []),
  ];
  const cluster = await startPreparedCluster(definitions, {
    dataDirectory: path.join(home, 'cluster'),
    binaries,
    log,
  });
  await startPlaygroundKafka(cluster);
  const operators = await startSimulatedOperators({
    cluster,
    log,
    speed: options.speed,
  });
  const charts = await loadCharts(path.join(root, 'charts'));
  return {
    home,
    cluster,
    binaries,
    async generate(spec) {
      const directory = path.join(home, spec.pipeline.name);
      await writeFiles(directory, generatePipeline({ spec, charts }));
      return directory;
    },
    async install(name) {
      await new Helm({ binary: binaries.helm4 }).upgradeInstall({
        dir: path.join(home, name),
        release: name,
        namespace: NAMESPACE,
        values: ['values-dev.yaml'],
        kubeconfig: cluster.adminKubeconfig,
      });
    },
    async stop() {
      await operators.stop();
      await cluster.stop();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A pipeline of the playground. */
export function readSample(name: string): PipelineSpec {
  const file = path.join(root, `test/playground/samples/${name}.yaml`);
  return parse(fs.readFileSync(file, 'utf8'));
}
