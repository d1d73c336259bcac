import { DatabaseHistoryStore } from '../../plugins/data-pipelines-backend/src/history/database/DatabaseHistoryStore';
import {
  Place,
  PlacedFact,
} from '../../plugins/data-pipelines-backend/src/history/facts/Fact';
import { HistoryStore } from '../../plugins/data-pipelines-backend/src/history/HistoryStore';
import { DATABASES } from '../integration/historyDatabases';
import { figure, percentile, run, timed } from './figures';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const PIPELINES = 1_000;
const BATCH = 500;
const PAGES = 300;

/**
 * Writes a million rows of a thousand pipelines as the portal does, then reads
 * first and later pages: `history.ts [rows]`.
 */
async function main() {
  for (const name of Object.keys(DATABASES) as Array<keyof typeof DATABASES>) {
    const database = await DATABASES[name]();
    try {
      const store = await DatabaseHistoryStore.create(database.replica());
      await write(name, store);
      await read(name, store);
    } finally {
      await database.stop();
    }
  }
}

async function write(name: string, store: HistoryStore) {
  const milliseconds = await timed(async () => {
    for (let i = 0; i < ROWS; i += BATCH) {
      await store.write(Array.from({ length: BATCH }, (_, n) => fact(i + n)));
    }
  });
  figure(
    `history on ${name}: rows written in a second`,
    (ROWS / milliseconds) * 1000,
    'rows',
    'at least 500; beside: status changes a second that it is built for',
    100,
  );
}

async function read(name: string, store: HistoryStore) {
  const times: number[] = [];
  const trips: number[] = [];
  for (let i = 0; i < PAGES; i++) {
    const of = { pipelineRef: place(i * 7).pipelineRef };
    const query = {
      of,
      limit: 50,
      ...(i % 3 === 0 && { kinds: ['run'] as const }),
    };
    let after: Awaited<ReturnType<HistoryStore['page']>>['next'];
    for (let page = 0; page < 2; page++) {
      times.push(
        await timed(async () => {
          const { items, next } = await store.page({ ...query, after });
          if (items.length === 0) throw new Error('An empty page says nothing');
          after = next;
        }),
      );
    }
    trips.push(await timed(() => store.check()));
  }
  figure(
    `history on ${name}: a page of 50 among ${ROWS} rows, p95`,
    percentile(times, 95),
    'ms',
    'under 30; beside: the shortest question to the database',
    percentile(trips, 95),
  );
}

function place(i: number): Place {
  const pipeline = i % PIPELINES;
  return {
    pipelineRef: `component:default/pipeline-${pipeline}`,
    environment: i % 2 ? 'prod' : 'dev',
    cluster: `cluster-${pipeline % 3}`,
    entityRef: `component:default/job-${pipeline}-${i % 5}`,
    object: `FlinkDeployment/pipelines/job-${pipeline}-${i % 5}`,
  };
}

/** As they come: health and events often, runs now and then. */
function fact(i: number): PlacedFact {
  const at = new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString();
  const common = { at, place: place(Math.floor(i / 4)), key: `${i}` };
  switch (i % 4) {
    case 0:
      return {
        ...common,
        kind: 'transition',
        version: i + 1,
        report: {
          health: i % 8 ? 'Healthy' : 'Degraded',
          reason: `Reason${i}`,
          message: 'The job restarts in a loop: 4 times in 2 minutes',
        },
      };
    case 1:
      return {
        ...common,
        kind: 'run',
        rank: 2,
        detail: { kind: 'run', run: `${i}`, state: 'finished', endedAt: at },
      };
    default:
      return {
        ...common,
        kind: 'event',
        firstAt: at,
        source: `${i}`,
        count: 1,
        detail: {
          kind: 'event',
          type: 'Warning',
          reason: 'BackOff',
          message: 'Back-off restarting failed container main in pod x',
          about: `Pod/pipelines/pod-${i}`,
        },
      };
  }
}

run(main);
