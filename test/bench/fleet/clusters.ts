import fs from 'node:fs';
import path from 'node:path';
import { applyCrds } from '../../cluster/applyCrds';
import { Binaries } from '../../cluster/binaries';
import { Cluster, startCluster } from '../../cluster/cluster';
import { FleetObject, kafkaObjects, objectsOf } from './objects';
import { CLUSTERS, ClusterName, NAMESPACES, PIPELINES } from './shape';

const AT_ONCE = 16;
export type FleetClusters = Record<ClusterName, Cluster>;

/**
 * Three API servers with the fleet in them. What is in their folders already
 * is not made again.
 */
export async function startClusters(options: {
  home: string;
  binaries: Pick<Binaries, 'etcd' | 'kubeApiserver'>;
  crds: readonly string[];
  say: (line: string) => void;
  onStarting: (stop: () => Promise<void>) => void;
}): Promise<FleetClusters> {
  const { home, binaries, crds, say, onStarting } = options;
  // Memory is what there is enough of.
  process.env.GOGC ??= '400';
  const clusters: Partial<FleetClusters> = {};
  for (const name of Object.keys(CLUSTERS) as ClusterName[]) {
    const dataDirectory = path.join(home, name);
    const filled = path.join(dataDirectory, 'filled');
    const cluster = await startCluster({
      dataDirectory,
      binaries,
      // They share two cores with what they are asked by.
      apiserverFlags: ['--max-requests-inflight=800'],
      log: () => {},
      onStarting,
    });
    if (!fs.existsSync(filled)) {
      const began = Date.now();
      await applyCrds(cluster, crds);
      await fill(cluster, name);
      fs.writeFileSync(filled, '');
      say(`${name}: filled in ${Math.round((Date.now() - began) / 1000)} s`);
    }
    clusters[name] = cluster;
    yieldToPortal(dataDirectory);
  }
  return clusters as FleetClusters;
}

/**
 * The API servers stand for machines of their own: where two cores are not
 * enough for all, it is they that wait.
 */
function yieldToPortal(dataDirectory: string) {
  const pids = fs.readFileSync(path.join(dataDirectory, 'pids'), 'utf8');
  for (const pid of pids.trim().split('\n')) {
    // Linux shares out by session first, and each of them began one.
    fs.writeFileSync(`/proc/${pid}/autogroup`, '10');
  }
}

async function fill(cluster: Cluster, name: ClusterName) {
  for (const namespace of NAMESPACES) {
    await cluster.client.apply(`/api/v1/namespaces/${namespace}`, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
  }
  const objects = [
    ...kafkaObjects(),
    ...PIPELINES.filter(one => one.cluster === name).flatMap(objectsOf),
  ];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = objects.pop(); one; one = objects.pop()) {
        await make(cluster, one);
      }
    }),
  );
}

async function make({ client }: Cluster, one: FleetObject) {
  const { path: place, object, status } = one;
  await client.create(place, object);
  await client.merge(`${place}/${object.metadata.name}/status`, { status });
}
