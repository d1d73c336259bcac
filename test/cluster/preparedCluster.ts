import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { applyCrds, waitUntilServed } from './applyCrds';
import { Cluster, ClusterOptions, startCluster } from './cluster';
import { cached } from './download';

/**
 * Starts a cluster that serves these CRDs. The first one of a machine applies
 * them and leaves etcd's data in the cache; the others begin with a copy of
 * it, which spares each of them ten seconds. Keys and tokens are its own.
 */
export async function startPreparedCluster(
  definitions: readonly string[],
  options: ClusterOptions,
): Promise<Cluster> {
  const prepared = await cached(
    `clusters/${idOf(definitions, options)}`,
    target => prepare(target, definitions, options),
  );
  fs.cpSync(prepared, path.join(options.dataDirectory, 'etcd'), {
    recursive: true,
  });
  const cluster = await startCluster(options);
  try {
    await waitUntilServed(cluster);
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function prepare(
  target: string,
  definitions: readonly string[],
  { binaries, log }: ClusterOptions,
) {
  const dataDirectory = `${target}-cluster`;
  try {
    const cluster = await startCluster({ dataDirectory, binaries, log });
    try {
      await applyCrds(cluster, definitions);
    } finally {
      await cluster.stop();
    }
    fs.renameSync(path.join(dataDirectory, 'etcd'), target);
  } finally {
    fs.rmSync(dataDirectory, { recursive: true, force: true });
  }
}

/** Other programs or other definitions make other data. */
function idOf(definitions: readonly string[], { binaries }: ClusterOptions) {
  const hash = createHash('sha256');
  for (const file of [binaries.etcd, binaries.kubeApiserver]) {
    hash.update(path.basename(file));
  }
  for (const file of definitions) hash.update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
