import { ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  PLACE,
  restart,
} from '../../plugins/data-pipelines-backend/src/history/__testUtils__/facts';
import { DatabaseHistoryStore } from '../../plugins/data-pipelines-backend/src/history/database/DatabaseHistoryStore';
import { PlacedFact } from '../../plugins/data-pipelines-backend/src/history/facts/Fact';
import { HistoryStore } from '../../plugins/data-pipelines-backend/src/history/HistoryStore';
import { readHistoryConfig } from '../../plugins/data-pipelines-backend/src/history/readHistoryConfig';
import { HistoryWriter } from '../../plugins/data-pipelines-backend/src/history/writer/HistoryWriter';
import { Postgres, startPostgres } from '../database/postgres';
import { RECOVERY } from './faults/watchedCluster';
import { overPostgres, TestDatabase } from './historyDatabases';
import { allRecorded, RECORDED, ReplayingReplica } from './historyReplay';

const root = path.resolve(__dirname, '../..');

const AWAY = 60_000;
/** What happens meanwhile, a second: as many changes as the benchmark makes. */
const CHANGES = 100;
const MINUTE = 'component:default/minute';

describe('history, when something fails', () => {
  let postgres: Postgres;
  let database: TestDatabase;
  let store: HistoryStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    postgres = await startPostgres();
    database = overPostgres(postgres);
    store = await DatabaseHistoryStore.create(database.replica());
  });

  afterEach(() => database?.stop());

  const written = async (): Promise<HistoryEntry[]> =>
    (await store.page({ of: { pipelineRef: RECORDED }, limit: 500 })).items;

  it('loses nothing while the database is away for a minute, and keeps nobody waiting', async () => {
    const { bufferedFacts } = readHistoryConfig(mockServices.rootConfig());
    const writer = new HistoryWriter({ store, logger, most: bufferedFacts });
    const replica = new ReplayingReplica(facts => writer.add(facts));
    const changes = allRecorded();
    const third = Math.ceil(changes.length / 3);
    changes.slice(0, third).forEach(change => replica.see(change));
    await drained(writer);

    await postgres.kill();
    const began = Date.now();
    changes.slice(third, 2 * third).forEach(change => replica.see(change));
    expect(Date.now() - began).toBeLessThan(1000);
    const waiting = writer.status().waiting;
    let told = 0;
    while (Date.now() - began < AWAY) {
      const due = Math.floor(((Date.now() - began) / 1000) * CHANGES);
      writer.add(Array.from({ length: due - told }, () => happened(told++)));
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(told).toBeGreaterThan((AWAY / 1000) * CHANGES * 0.9);
    const { waitingSince, failures, ...away } = writer.view();
    expect(away).toMatchObject({
      waiting: waiting + told,
      dropped: 0,
      error: expect.any(String),
    });
    expect(Math.abs(Date.parse(waitingSince!) - began)).toBeLessThan(1000);
    // Asked for every 5 s at last, and no more often.
    expect(failures).toBeGreaterThan(5);
    expect(failures).toBeLessThan(30);
    await postgres.start();
    const back = Date.now();

    changes.slice(2 * third).forEach(change => replica.see(change));
    await drained(writer);
    expect(Date.now() - back).toBeLessThan(RECOVERY);
    expect(kindsOf(await written())).toEqual(await kindsWithoutFault());
    const [{ count }] = await database
      .knex('history_entries')
      .where({ pipeline_ref: MINUTE })
      .count({ count: '*' });
    expect(Number(count)).toBe(told);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/written again after \d+ s; nothing was lost/),
    );
    await writer.stop();
  });

  it('says what it dropped when more comes than it has room for', async () => {
    const writer = new HistoryWriter({ store, logger, most: 20 });
    const replica = new ReplayingReplica(facts => writer.add(facts));
    await postgres.kill();
    allRecorded().forEach(change => replica.see(change));
    expect(writer.status().waiting).toBeLessThanOrEqual(20);
    expect(writer.status().dropped.event).toBeGreaterThan(0);
    await failing(writer);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(
        'more than 20 facts wait for the database; events are dropped first',
      ),
    );
    await postgres.start();
    await drained(writer);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/dropped since the start: .*\d+ of kind event/),
    );
    await writer.stop();
  });

  it('is whole after a portal was killed in the middle of writing, five times', async () => {
    const all = allRecorded().length;
    let seen = 0;
    for (let times = 1; times <= 5; times++) {
      const portal = startPortal(postgres, seen);
      await portal.hasWritten(Math.floor(all / 6));
      portal.process.kill('SIGKILL');
      await portal.gone;
      expect(portal.process.signalCode).toBe('SIGKILL');
      seen += portal.written();
    }
    expect(seen).toBeLessThan(all);
    const last = startPortal(postgres, seen);
    await last.gone;
    expect(last.process.exitCode).toBe(0);
    expect(kindsOf(await written())).toEqual(await kindsWithoutFault());
  });

  it('records what happened while no portal ran, as far as the cluster still shows it', async () => {
    const until = (time: string) =>
      allRecorded().filter(({ at }) => at < `2026-11-23T${time}`);
    const catchUp = async (time: string) => {
      const facts: PlacedFact[] = [];
      const replica = new ReplayingReplica(more => facts.push(...more));
      await replica.catchUp(until(time));
      await store.write(facts);
    };
    await catchUp('08:19:00');
    await catchUp('08:21:53');
    await catchUp('08:26:55');
    const entries = await written();
    // Four generations later, and two runs that nobody saw.
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'upgrade',
        generation: 5,
        changes: expect.arrayContaining([
          expect.objectContaining({ path: 'job.savepointRedeployNonce' }),
        ]),
      }),
    );
    const runs = entries.flatMap(entry =>
      entry.kind === 'run' ? [`${entry.run.slice(0, 6)} ${entry.state}`] : [],
    );
    expect(runs).toEqual(['039a92 running', '333060 stopped']);
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'restart', count: 4 }),
    );
  });

  async function kindsWithoutFault() {
    const facts: PlacedFact[] = [];
    const replica = new ReplayingReplica(more => facts.push(...more));
    allRecorded().forEach(change => replica.see(change));
    const place = { pipelineRef: 'component:default/whole' };
    await store.write(
      facts.map(fact => ({ ...fact, place: { ...fact.place, ...place } })),
    );
    const { items } = await store.page({ of: place, limit: 500 });
    return kindsOf(items);
  }
});

/** One of many things that happen. */
function happened(number: number): PlacedFact {
  return {
    ...restart(`restart-${number}`, 1),
    place: { ...PLACE, pipelineRef: MINUTE, object: `Pod/data/p${number}` },
  };
}

/** A portal in a process of its own. */
function startPortal(postgres: Postgres, from: number) {
  const process: ChildProcess = spawn(
    globalThis.process.execPath,
    [
      '--import',
      'tsx',
      path.join(__dirname, 'historyPortal.ts'),
      JSON.stringify(postgres.connection('history')),
      String(from),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let lines = 0;
  process.stdout?.on('data', chunk => {
    lines += String(chunk).split('\n').length - 1;
  });
  return {
    process,
    // `close`: all of its output is here.
    gone: new Promise(resolve => process.once('close', resolve)),
    written: () => lines,
    async hasWritten(count: number) {
      while (lines < count) {
        if (process.exitCode !== null) throw new Error('The portal ended');
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    },
  };
}

async function failing(writer: HistoryWriter) {
  while (!writer.status().error) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function drained(writer: HistoryWriter) {
  const deadline = Date.now() + 30_000;
  while (writer.status().waiting > 0) {
    if (Date.now() > deadline) {
      throw new Error(`Not written: ${JSON.stringify(writer.status())}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function kindsOf(entries: HistoryEntry[]): Record<string, number> {
  const made: Record<string, number> = {};
  for (const { kind } of entries) made[kind] = (made[kind] ?? 0) + 1;
  return made;
}
