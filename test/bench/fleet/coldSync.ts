import { figure } from '../figures';
import { FleetPortal } from './portal';
import {
  ClusterName,
  CLUSTERS,
  CRS_PER_PIPELINE,
  PODS_PER_PIPELINE,
} from './shape';
import { untilKnown } from './sync';

const STEPS: ReadonlyArray<readonly ClusterName[]> = [
  ['small'],
  ['small', 'middle'],
  ['small', 'middle', 'large'],
];

/** How long a portal that starts takes to know its clusters, and what that costs. */
export async function measureSync(
  start: (clusters: readonly ClusterName[]) => Promise<FleetPortal>,
): Promise<void> {
  const without = await start([]);
  await untilKnown(without, 0);
  const base = await without.inspector.heap();
  await without.stop();
  for (const clusters of STEPS) {
    const portal = await start(clusters);
    await untilKnown(portal, clusters.length);
    const seconds = (Date.now() - portal.startedAt) / 1000;
    const cpu = await portal.inspector.cpuSeconds();
    const heap = await portal.inspector.heap();
    await portal.stop();
    const pipelines = clusters.reduce((sum, one) => sum + CLUSTERS[one], 0);
    const crs = pipelines * CRS_PER_PIPELINE;
    const what = `${crs} custom resources and ${
      pipelines * PODS_PER_PIPELINE
    } pods`;
    figure(
      `cold sync of ${what}: from the start of the plugins to every verdict`,
      seconds,
      's',
      'under 20 for 10000; beside: seconds of processor time since the process began',
      cpu,
    );
    figure(
      `heap that ${what} take, after a collection`,
      heap - base,
      'MB',
      'under 150 for 10000; beside: the heap of the same portal without a cluster',
      base,
    );
  }
}
