import { figure, percentile } from '../figures';
import { Answer, ask } from './ask';
import { Changes } from './changes';
import { FleetClusters } from './clusters';
import { openLoop } from './openLoop';
import { FleetPortal } from './portal';
import { PIPELINES } from './shape';

const REQUESTS = 50;
const CHANGES = 100;
const SECONDS = 60;
const WARM_UP = 10;
const USERS = 100;

/** What the page of the fleet asks for: half without a filter, half with one. */
const LISTS = [
  'limit=50',
  'limit=50&health=Degraded',
  'limit=50',
  'limit=50&owner=group:default/team-07',
  'limit=50',
  'limit=50&cluster=middle&sort=name',
  'limit=50',
  'limit=50&text=clean',
];

/** Fifty requests a second, by a hundred users, while a hundred statuses a second change. */
export async function measureLoad(options: {
  portal: FleetPortal;
  clusters: FleetClusters;
}): Promise<void> {
  const { portal, clusters } = options;
  const changes = new Changes(clusters);
  await changes.warmUp();
  await both(portal, changes, WARM_UP);
  const cpu = await portal.inspector.cpuSeconds();
  const { lists, views, requests, stream } = await both(
    portal,
    changes,
    SECONDS,
  );
  const used = (await portal.inspector.cpuSeconds()) - cpu;
  const lag = percentile(requests.lags, 95);
  const isLimit =
    requests.rate < 0.98 * REQUESTS || stream.rate < 0.98 * CHANGES || lag > 10;
  const load = `at ${REQUESTS} requests and ${CHANGES} changes a second`;
  const of = (name: string, times: number[], target: number) => {
    figure(
      `${name}, p95 ${load}`,
      percentile(times, 95),
      'ms',
      `under ${target}; beside: the median`,
      percentile(times, 50),
    );
  };
  of('a page of 50 of the fleet', lists, 100);
  of('one pipeline', views, 30);
  figure(
    'requests begun in a second',
    requests.rate,
    '1/s',
    `${REQUESTS}; ${
      isLimit
        ? 'THE GENERATOR WAS THE LIMIT, not the server'
        : 'the generator was not the limit'
    }; beside: how late it was (ms), p95, which the times above hold`,
    lag,
  );
  figure(
    'statuses changed in a second',
    stream.rate,
    '1/s',
    `${CHANGES}; beside: how late the generator was (ms), p95`,
    percentile(stream.lags, 95),
  );
  figure(
    `processor time of the portal ${load}`,
    used / SECONDS,
    'cores',
    'under 1; beside: the machine has',
    2,
  );
  await changes.mendAll();
}

async function both(portal: FleetPortal, changes: Changes, seconds: number) {
  const lists: number[] = [];
  const views: number[] = [];
  const base = `${portal.url}/api/data-pipelines/pipelines`;
  const tokens = Array.from({ length: USERS }, (_, i) =>
    portal.token(`viewer-${i}`),
  );
  const streaming = changes.stream(CHANGES, seconds);
  const asking = openLoop({
    rate: REQUESTS,
    seconds,
    work: async (intended, i) => {
      const isList = i % 2 === 0;
      const token = tokens[(i * 31) % USERS];
      const url = isList
        ? `${base}?${LISTS[(i / 2) % LISTS.length]}`
        : `${base}/default/${PIPELINES[(i * 607) % PIPELINES.length].name}`;
      expectAnswer(await ask(url, { token }));
      (isList ? lists : views).push(performance.now() - intended);
    },
  });
  const [requests, stream] = await Promise.all([asking, streaming]);
  return { lists, views, requests, stream };
}

function expectAnswer({ status, bytes }: Answer) {
  if (status !== 200 || bytes === 0) {
    throw new Error(`The portal answered with HTTP ${status}, ${bytes} bytes`);
  }
}
