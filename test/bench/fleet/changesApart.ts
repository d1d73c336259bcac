import { ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { stopProcess } from '../../cluster/processes';
import { FleetClusters } from './clusters';
import { Achieved } from './openLoop';
import { CLUSTERS, ClusterName } from './shape';

/** What the other process is told; it answers each with what came of it. */
export type Order =
  | { do: 'begin'; clusters: Record<ClusterName, Reached> }
  | { do: 'warmUp' }
  | { do: 'stream'; rate: number; seconds: number }
  | { do: 'mendAll' };

/** How an API server is reached. */
export type Reached = Pick<
  FleetClusters[ClusterName],
  'url' | 'caData' | 'adminToken'
>;

/** What came of an order. */
export type Told = { achieved?: Achieved } | { error: string };

/** Changes that another process makes. */
export interface ChangesApart {
  warmUp(): Promise<void>;
  stream(rate: number, seconds: number): Promise<Achieved>;
  mendAll(): Promise<void>;
}

/**
 * Statuses are changed by a process of its own, as long as the body runs: an
 * answer that comes while this one writes a hundred of them a second would be
 * timed late.
 */
export async function withChangesApart(
  clusters: FleetClusters,
  body: (changes: ChangesApart) => Promise<void>,
): Promise<void> {
  const child = fork(path.join(__dirname, 'changesProcess.ts'));
  const tell = (order: Order) => told(child, order);
  try {
    await tell({ do: 'begin', clusters: reachedOf(clusters) });
    await body({
      warmUp: async () => void (await tell({ do: 'warmUp' })),
      stream: async (rate, seconds) =>
        (await tell({ do: 'stream', rate, seconds }))!,
      mendAll: async () => void (await tell({ do: 'mendAll' })),
    });
  } finally {
    await stopProcess(child);
  }
}

function told(child: ChildProcess, order: Order) {
  return new Promise<Achieved | undefined>((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`What changes statuses ended (${code})`));
    child.once('exit', onExit);
    child.once('message', (answer: Told) => {
      child.off('exit', onExit);
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer.achieved);
    });
    child.send(order);
  });
}

function reachedOf(clusters: FleetClusters) {
  return Object.fromEntries(
    Object.keys(CLUSTERS).map(name => {
      const { url, caData, adminToken } = clusters[name as ClusterName];
      return [name, { url, caData, adminToken }];
    }),
  ) as Record<ClusterName, Reached>;
}
