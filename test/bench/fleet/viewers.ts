import { figure } from '../figures';
import { asked, between, requestsOf } from './apiServers';
import { Changes } from './changes';
import { FleetClusters } from './clusters';
import { FleetPortal } from './portal';
import { Viewer } from './Viewer';

const VIEWERS = [1, 10, 100];
const CHANGES = 10;
const SECONDS = 30;
const PER_MINUTE = 60 / SECONDS;
const SETTLE = 5_000;

/** What it costs that more people look: at the API servers, and in the backend. */
export async function measureViewers(options: {
  portal: FleetPortal;
  clusters: FleetClusters;
}): Promise<void> {
  const { portal, clusters } = options;
  const changes = new Changes(clusters);
  await changes.warmUp();
  let alone: { cpu: number; requests: number } | undefined;
  for (const count of VIEWERS) {
    const viewers = Array.from(
      { length: count },
      (_, i) =>
        new Viewer({ url: portal.url, token: portal.token(`viewer-${i}`) }),
    );
    await new Promise(resolve => setTimeout(resolve, SETTLE));
    const before = await requestsOf(clusters);
    const cpuBefore = await portal.inspector.cpuSeconds();
    const answersBefore = sum(viewers, 'answers');
    const bytesBefore = sum(viewers, 'bytes');
    await changes.stream(CHANGES, SECONDS);
    const cpu =
      PER_MINUTE * ((await portal.inspector.cpuSeconds()) - cpuBefore);
    const requests =
      PER_MINUTE * asked(between(before, await requestsOf(clusters)));
    const answers = PER_MINUTE * (sum(viewers, 'answers') - answersBefore);
    const bytes = PER_MINUTE * (sum(viewers, 'bytes') - bytesBefore);
    const failed = viewers.find(({ failure }) => failure)?.failure;
    viewers.forEach(viewer => viewer.leave());
    if (failed) throw failed;
    alone ??= { cpu, requests };
    const who = `with ${count} viewers and ${CHANGES} changes a second`;
    figure(
      `requests to the API servers in a minute ${who}`,
      requests,
      'requests',
      'as many as with one viewer; beside: with one',
      alone.requests,
    );
    figure(
      `processor time of the portal in a minute ${who}`,
      cpu,
      's',
      'under 60; beside: with one viewer',
      alone.cpu,
    );
    figure(
      `answers that a viewer got in a minute ${who}`,
      answers / count,
      'answers',
      'beside: kilobytes that came with them',
      bytes / count / 1000,
    );
    await changes.mendAll();
  }
}

function sum(viewers: readonly Viewer[], of: 'answers' | 'bytes'): number {
  return viewers.reduce((all, viewer) => all + viewer[of], 0);
}
