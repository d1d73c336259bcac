import { PipelineList } from '@headworks/backstage-plugin-data-pipelines-common';
import { askJson } from './json';
import { FleetPortal } from './portal';
import { PIPELINES } from './shape';

const PATIENCE = 600_000;

/** Waits until the catalog has the whole fleet, and every cluster of the portal is known. */
export async function untilKnown(
  portal: FleetPortal,
  clusters: number,
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let said = '';
  while (Date.now() < deadline) {
    try {
      const list = await askJson<PipelineList>(
        `${portal.url}/api/data-pipelines/pipelines?limit=1`,
        { token: portal.token('watcher') },
      );
      const live = list.clusters.filter(one => one.status === 'live').length;
      if (list.facets.all === PIPELINES.length && live === clusters) return;
      said = `${list.facets.all} pipelines, ${live} clusters`;
    } catch (error) {
      said = (error as Error).message;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(
    `The portal does not know the fleet: ${said}. A catalog that was killed while it read the files keeps gaps: remove the folder of --home and start again.`,
  );
}
