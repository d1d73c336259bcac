import { Entity } from '@backstage/catalog-model';
import { figure, percentile } from '../figures';
import { between, requestsOf } from './apiServers';
import { ask } from './ask';
import { ChangesApart, withChangesApart } from './changesApart';
import { FleetClusters } from './clusters';
import { askJson, textOf } from './json';
import { FleetPortal } from './portal';
import { CRS_PER_PIPELINE, PIPELINES } from './shape';

const VIEWS = 60;
const CHANGES = 100;
/** Rows of a page of the fleet. */
const ROWS = 50;
/** Pages stay open for a minute: the tab asks each 10 s, ours each 30 s and when told. */
const LOOKS = { theirs: 6, ours: 2 };

interface Look {
  milliseconds: number;
  bytes: number;
}

/**
 * The page of a pipeline beside the Kubernetes tab of the same entity, in turn,
 * while statuses change. Each is the one request that its page waits for: the
 * tab's carries whole objects, ours the verdict of each part and why.
 */
export async function measureKubernetesTab(options: {
  portal: FleetPortal;
  clusters: FleetClusters;
}): Promise<void> {
  const { clusters } = options;
  await withChangesApart(clusters, changes => measure({ ...options, changes }));
}

async function measure(options: {
  portal: FleetPortal;
  clusters: FleetClusters;
  changes: ChangesApart;
}) {
  const { portal, clusters, changes } = options;
  const token = portal.token('reader');
  await changes.warmUp();
  const stopped = stream(changes);
  const ours: Look[] = [];
  const theirs: Look[] = [];
  const again: Look[] = [];
  let oursLists = 0;
  let theirLists = 0;
  for (let i = 0; i < VIEWS; i++) {
    const { name } = PIPELINES[(i * 617) % PIPELINES.length];
    const entity = await askJson<Entity>(
      `${portal.url}/api/catalog/entities/by-name/component/default/${name}`,
      { token },
    );
    const page = `${portal.url}/api/data-pipelines/pipelines/default/${name}`;
    const start = await requestsOf(clusters);
    const { etag, look } = await timed(page, { token });
    ours.push(look);
    again.push((await timed(page, { token, etag })).look);
    const middle = await requestsOf(clusters);
    const tab = await timed(`${portal.url}/api/kubernetes/services/${name}`, {
      token,
      body: { entity, auth: {} },
    });
    theirs.push(tab.look);
    const end = await requestsOf(clusters);
    oursLists += between(start, middle).LIST ?? 0;
    theirLists += between(middle, end).LIST ?? 0;
    if (i === 0) expectObjects(tab.text);
  }
  const fleet = await timed(
    `${portal.url}/api/data-pipelines/pipelines?limit=${ROWS}`,
    { token },
  );
  await stopped();
  await changes.mendAll();
  const tabs = theirs.slice(0, ROWS).reduce((sum, { bytes }) => sum + bytes, 0);
  figure(
    `${ROWS} pipelines: bytes to the browser, compressed, to see how they are`,
    fleet.look.bytes,
    'bytes',
    '50 times fewer; beside: the Kubernetes tab of so many entities',
    tabs,
  );
  report({ ours, theirs, again, oursLists, theirLists });
}

function report(all: {
  ours: Look[];
  theirs: Look[];
  again: Look[];
  oursLists: number;
  theirLists: number;
}) {
  const { ours, theirs, again } = all;
  const median = (looks: Look[], of: keyof Look) =>
    percentile(
      looks.map(look => look[of]),
      50,
    );
  const beside = 'beside: the Kubernetes tab of the same entity';
  const of = (looks: Look[]) => median(looks, 'milliseconds');
  figure(
    'one pipeline: what its page waits for, median',
    of(ours),
    'ms',
    `20 times less; ${beside}`,
    of(theirs),
  );
  figure(
    'one pipeline: how many times faster',
    of(theirs) / of(ours),
    'times',
    `at least 20; ${beside}`,
    1,
  );
  const [first, theirFirst] = [median(ours, 'bytes'), median(theirs, 'bytes')];
  figure(
    'one pipeline: bytes to the browser, compressed, when it is opened',
    first,
    'bytes',
    beside,
    theirFirst,
  );
  const minute = first + LOOKS.ours * median(again, 'bytes');
  const theirMinute = (1 + LOOKS.theirs) * theirFirst;
  figure(
    'one pipeline: bytes in a minute in which nothing of it changes',
    minute,
    'bytes',
    `50 times fewer; ${beside}, which asks for all again each 10 s`,
    theirMinute,
  );
  figure(
    'one pipeline: how many times fewer bytes in that minute',
    theirMinute / minute,
    'times',
    `at least 50; ${beside}`,
    1,
  );
  figure(
    'one pipeline: LISTs that API servers see for a view',
    all.oursLists / (ours.length + again.length),
    'LISTs',
    `0; ${beside}`,
    all.theirLists / theirs.length,
  );
}

async function timed(url: string, options: Parameters<typeof ask>[1]) {
  const began = performance.now();
  const answer = await ask(url, options);
  const milliseconds = performance.now() - began;
  if (![200, 304].includes(answer.status)) {
    throw new Error(`${url}: HTTP ${answer.status}: ${textOf(answer)}`);
  }
  return {
    etag: answer.etag,
    look: { milliseconds, bytes: answer.bytes },
    text: answer.status === 200 ? textOf(answer) : '',
  };
}

/** The tab must show what is there, or its figures would flatter it or us. */
function expectObjects(text: string) {
  const { items } = JSON.parse(text) as {
    items: Array<{
      resources: Array<{ type: string; resources: unknown[] }>;
      errors: unknown[];
    }>;
  };
  const shown = items
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === 'customresources')
    .reduce((sum, { resources }) => sum + resources.length, 0);
  const errors = items.flatMap(one => one.errors);
  if (shown !== CRS_PER_PIPELINE || errors.length > 0) {
    throw new Error(
      `The Kubernetes tab shows ${shown} custom resources, with errors ${JSON.stringify(
        errors,
      ).slice(0, 500)}`,
    );
  }
}

/** Statuses that change until the returned function is called. */
function stream(changes: ChangesApart): () => Promise<void> {
  let isOver = false;
  const running = (async () => {
    while (!isOver) await changes.stream(CHANGES, 1);
  })();
  return async () => {
    isOver = true;
    await running;
  };
}
