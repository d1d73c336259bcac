import { figure, percentile } from '../figures';
import { Answer, ask } from './ask';
import { ChangesApart, withChangesApart } from './changesApart';
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
  await withChangesApart(clusters, changes => measure(portal, changes));
}

async function measure(portal: FleetPortal, changes: ChangesApart) {
  await changes.warmUp();
  await both(changes, WARM_UP, ourAnswers(portal));
  const cpu = await portal.inspector.cpuSeconds();
  const answers = ourAnswers(portal);
  const { requests, stream } = await both(changes, SECONDS, answers);
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
  of('a page of 50 of the fleet', answers.lists, 100);
  of('one pipeline', answers.views, 30);
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
  const floor = emptyAnswers(portal);
  await both(changes, SECONDS, floor);
  const nothing = `a request that Backstage itself answers with nothing, ${load}`;
  const beside = 'none: the floor; beside: the median';
  figure(
    `${nothing}, p95`,
    percentile(floor.times, 95),
    'ms',
    beside,
    percentile(floor.times, 50),
  );
  await changes.mendAll();
}

/** Asks for something and keeps how long it took from when it was meant to be sent. */
interface Asking {
  ask(intended: number, i: number): Promise<void>;
}

async function both(changes: ChangesApart, seconds: number, asking: Asking) {
  const [requests, stream] = await Promise.all([
    openLoop({
      rate: REQUESTS,
      seconds,
      work: (intended, i) => asking.ask(intended, i),
    }),
    changes.stream(CHANGES, seconds),
  ]);
  return { requests, stream };
}

/** Lists and single pipelines in turn. */
function ourAnswers(portal: FleetPortal) {
  const lists: number[] = [];
  const views: number[] = [];
  const base = `${portal.url}/api/data-pipelines/pipelines`;
  const tokens = tokensOf(portal);
  return {
    lists,
    views,
    ask: async (intended: number, i: number) => {
      const isList = i % 2 === 0;
      const token = tokens[(i * 31) % USERS];
      const url = isList
        ? `${base}?${LISTS[(i / 2) % LISTS.length]}`
        : `${base}/default/${PIPELINES[(i * 607) % PIPELINES.length].name}`;
      expectAnswer(await ask(url, { token }));
      (isList ? lists : views).push(performance.now() - intended);
    },
  };
}

/**
 * What a request costs before a plugin does anything: the framework checks the
 * token, logs, and decides on an empty list of permissions.
 */
function emptyAnswers(portal: FleetPortal) {
  const times: number[] = [];
  const url = `${portal.url}/api/permission/authorize`;
  const tokens = tokensOf(portal);
  return {
    times,
    ask: async (intended: number, i: number) => {
      const token = tokens[(i * 31) % USERS];
      expectAnswer(await ask(url, { token, body: { items: [] } }));
      times.push(performance.now() - intended);
    },
  };
}

function tokensOf(portal: FleetPortal): string[] {
  return Array.from({ length: USERS }, (_, i) => portal.token(`viewer-${i}`));
}

function expectAnswer({ status, bytes }: Answer) {
  if (status !== 200 || bytes === 0) {
    throw new Error(`The portal answered with HTTP ${status}, ${bytes} bytes`);
  }
}
