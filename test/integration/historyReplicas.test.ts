import {
  HistoryEntry,
  HistoryKind,
  KeptStart,
  startViews,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DatabaseHistoryStore } from '../../plugins/data-pipelines-backend/src/history/database/DatabaseHistoryStore';
import { PlacedFact } from '../../plugins/data-pipelines-backend/src/history/facts/Fact';
import { HistoryStore } from '../../plugins/data-pipelines-backend/src/history/HistoryStore';
import { DATABASES, TestDatabase } from './historyDatabases';
import { allRecorded, RECORDED, ReplayingReplica } from './historyReplay';

/** Milliseconds that each replica is behind the one before. */
const LAG = 130;

describe.each(Object.keys(DATABASES) as Array<keyof typeof DATABASES>)(
  'the history of a recorded cluster on %s',
  name => {
    let database: TestDatabase;
    let alone: HistoryEntry[];
    let starts: KeptStart[];

    beforeAll(async () => {
      alone = await recordedBy(1);
    });

    afterEach(() => database?.stop());

    it('holds every kind of what happened, a crash loop in a few lines', () => {
      expect(counts(alone)).toEqual({
        // Of the Flink job four, of the finished one one, of Spark six.
        run: 11,
        restart: 1,
        // Suspended, resumed, upgraded, redeployed twice; Spark's twice.
        upgrade: 7,
        // Four objects; two more are known from a job's status alone.
        snapshot: 6,
        event: expect.any(Number),
      });
      expect(counts(alone).event).toBeLessThan(45);
      const backOff = alone.find(
        entry => entry.kind === 'event' && entry.reason === 'BackOff',
      );
      expect(backOff).toMatchObject({
        object: 'FlinkDeployment/data/no-class',
        count: expect.any(Number),
      });
    });

    it('tells what each start of the recorded job took up', () => {
      expect(
        startViews(starts).map(({ why, from, path }) =>
          [why, from, path?.split('/').at(-1)].join(' '),
        ),
      ).toEqual([
        'restore savepoint savepoint-333060-0f7ebe9d4060',
        'upgrade savepoint savepoint-9ab988-74aa62b9ff63',
        'resume savepoint savepoint-333060-bef8b5ecf619',
        'first nothing ',
      ]);
    });

    it('is the same whether one replica writes or three', async () => {
      const known = starts;
      const together = await recordedBy(3);
      expect(starts).toEqual(known);
      expect(withoutClocks(together)).toEqual(withoutClocks(alone));
      const times = new Map(alone.map(({ id, at }) => [id, Date.parse(at)]));
      for (const { id, at } of together) {
        const apart = Math.abs(Date.parse(at) - times.get(id)!);
        expect(apart).toBeLessThan(3 * LAG);
      }
    });

    it('begins with as many replicas at once as there are', async () => {
      database = await DATABASES[name]();
      const stores = await Promise.all(
        Array.from({ length: 8 }, () =>
          DatabaseHistoryStore.create(database.replica()),
        ),
      );
      for (const store of stores) await store.check();
      expect(stores).toHaveLength(8);
    });

    async function recordedBy(replicas: number): Promise<HistoryEntry[]> {
      database = await DATABASES[name]();
      const all = await Promise.all(
        Array.from({ length: replicas }, async () => {
          const store = await DatabaseHistoryStore.create(database.replica());
          return { store, ...replicaOf(store) };
        }),
      );
      const changes = allRecorded();
      // Each is a little behind the one before, and all write when they can.
      for (let i = 0; i < changes.length + replicas * 3; i++) {
        all.forEach(({ replica }, lag) => {
          const change = changes[i - lag * 3];
          if (change) replica.see({ ...change, at: later(change.at, lag) });
        });
        if (i % 7 === 0) await Promise.all(all.map(({ flush }) => flush()));
      }
      await Promise.all(all.map(({ flush }) => flush()));
      const { items } = await all[0].store.page({
        of: { pipelineRef: RECORDED },
        limit: 500,
      });
      starts = (await all[0].store.newestStarts(50))
        .filter(({ place }) => place.object === 'FlinkDeployment/data/orders')
        .map(({ start }) => start)
        .sort((a, b) => b.at.localeCompare(a.at));
      await database.stop();
      return items;
    }
  },
);

function replicaOf(store: HistoryStore) {
  let waiting: PlacedFact[] = [];
  const replica = new ReplayingReplica(facts => waiting.push(...facts));
  const flush = async () => {
    const facts = waiting;
    waiting = [];
    for (let tries = 0; ; tries++) {
      try {
        await store.write(facts);
        return;
      } catch (error) {
        // As the writer does: what meets another replica is written again.
        if (tries === 5) throw error;
      }
    }
  };
  return { replica, flush };
}

/** Where the cluster tells no time, that of whoever wrote first counts. */
function withoutClocks(entries: HistoryEntry[]) {
  return entries
    .map(entry => ({ ...entry, at: '', endedAt: '' }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function later(at: string, lag: number): string {
  return new Date(Date.parse(at) + lag * LAG).toISOString();
}

function counts(entries: HistoryEntry[]): Partial<Record<HistoryKind, number>> {
  const made: Partial<Record<HistoryKind, number>> = {};
  for (const { kind } of entries) made[kind] = (made[kind] ?? 0) + 1;
  return made;
}
