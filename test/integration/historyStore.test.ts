import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';
import { DatabaseHistoryStore } from '../../plugins/data-pipelines-backend/src/history/database/DatabaseHistoryStore';
import {
  specId,
  stateId,
} from '../../plugins/data-pipelines-backend/src/history/database/ids';
import {
  EventFact,
  Place,
  PlacedFact,
  ProgressFact,
  StartFact,
  TransitionFact,
  UpgradeFact,
} from '../../plugins/data-pipelines-backend/src/history/facts/Fact';
import {
  HistoryLimits,
  HistoryStore,
} from '../../plugins/data-pipelines-backend/src/history/HistoryStore';
import { DATABASES, TestDatabase } from './historyDatabases';

const PLACE: Place = {
  pipelineRef: 'component:default/clickstream',
  environment: 'prod',
  cluster: 'blue',
  entityRef: 'component:default/clickstream-sessionize',
  object: 'FlinkDeployment/pipelines/clickstream-sessionize',
};

describe.each(Object.keys(DATABASES) as Array<keyof typeof DATABASES>)(
  'DatabaseHistoryStore on %s',
  name => {
    let database: TestDatabase;
    let store: HistoryStore;
    let other: HistoryStore;
    /** Every test has a pipeline of its own. */
    let place: Place;
    let tests = 0;

    beforeAll(async () => {
      database = await DATABASES[name]();
      [store, other] = await replicas(database, 2);
    });

    afterAll(() => database?.stop());

    beforeEach(() => {
      place = { ...PLACE, pipelineRef: `component:default/p${tests++}` };
    });

    const all = async () =>
      (await store.page({ of: { pipelineRef: place.pipelineRef }, limit: 500 }))
        .items;

    describe('starts of jobs', () => {
      const AT = '2026-01-01T08:00:00.000Z';
      const HOUR = 3_600_000;
      const start = (
        minute: number,
        rank: number,
        detail: Partial<StartFact['detail']> = {},
      ): PlacedFact<StartFact> => {
        const at = new Date(Date.parse(AT) + minute * 60_000).toISOString();
        const run = `run${minute}`;
        return {
          kind: 'start',
          place,
          key: `u1 ${run}`,
          at,
          rank,
          detail: { run, at, ...detail },
        };
      };
      const kept = async (of = store) =>
        (await of.newestStarts(50))
          .filter(one => one.place.pipelineRef === place.pipelineRef)
          .map(one => one.start)
          .sort((a, b) => b.at.localeCompare(a.at));

      it('are one row each, with all that any replica knew', async () => {
        await Promise.all(
          [store, other].map(one => one.write([start(0, 1, { wanted: 'x' })])),
        );
        await other.write([start(0, 2, { flink: { nothing: true } })]);
        await store.write([start(0, 1, { wanted: 'late' })]);
        expect(await kept()).toEqual([
          {
            id: expect.any(String),
            run: 'run0',
            at: AT,
            wanted: 'x',
            flink: { nothing: true },
          },
        ]);
      });

      it('keep who acknowledged them first, whatever is learnt later', async () => {
        await store.write([start(0, 1)]);
        const [{ id }] = await kept();
        const since = new Date();
        const by = (user: string) => ({ by: user, at: AT, reason: 'meant' });
        const [mine, theirs] = await Promise.all([
          store.acknowledge(id, by('user:default/ada')),
          other.acknowledge(id, by('user:default/bob')),
        ]);
        expect(mine?.acknowledged).toEqual(theirs?.acknowledged);
        await other.write([start(0, 2, { image: 'a' })]);
        expect(await kept(other)).toEqual([
          expect.objectContaining({
            image: 'a',
            acknowledged: mine?.acknowledged,
          }),
        ]);
        const changed = await other.startsChanged(since);
        expect(changed.map(one => one.start.id)).toContain(id);
        expect(
          await store.acknowledge('none', by('user:default/ada')),
        ).toBeUndefined();
      });

      it('go when they are old, but for the last two of a job', async () => {
        await store.write([0, 1, 2, 3].map(minute => start(minute, 1)));
        const limits: HistoryLimits = {
          retention: HOUR,
          eventsRetention: HOUR,
          eventsPerObject: 10,
          entriesPerObject: 3,
        };
        await store.clean(limits, new Date(AT));
        expect((await kept()).map(one => one.run)).toEqual([
          'run3',
          'run2',
          'run1',
        ]);
        await store.clean(limits, new Date(Date.parse(AT) + 2 * HOUR));
        expect((await kept()).map(one => one.run)).toEqual(['run3', 'run2']);
      });
    });

    describe('transitions', () => {
      const healthy = transition(0, 'Healthy', 'Running', 100);
      const failed = transition(60, 'Degraded', 'JobFailed', 200, healthy);
      const back = transition(90, 'Healthy', 'Running', 300, failed);

      it('keeps each once, newest first, with the health before', async () => {
        for (const fact of [healthy, failed, back]) {
          await store.write([{ ...fact, place }]);
        }
        expect(summary(await all())).toEqual([
          '00:01:30 Degraded → Healthy Running',
          '00:01:00 Healthy → Degraded JobFailed',
          '00:00:00 undefined → Healthy Running',
        ]);
      });

      it('takes several changes of one part in one batch', async () => {
        await store.write(
          [healthy, failed, back].map(fact => ({ ...fact, place })),
        );
        expect(await all()).toHaveLength(3);
      });

      it('makes one row of what two replicas find out a little apart', async () => {
        for (const fact of [healthy, failed, back]) {
          await store.write([{ ...fact, place }]);
          await other.write([{ ...later(fact, 0.4), place }]);
        }
        expect(await all()).toHaveLength(3);
      });

      it('makes one row of what two replicas find out at once', async () => {
        const steps = [healthy, failed, back];
        for (const fact of steps) {
          await Promise.all(
            [store, other].map((one, i) =>
              one.write([{ ...later(fact, i / 10), place }]),
            ),
          );
        }
        expect(await all()).toHaveLength(3);
      });

      it('does not let a replica that lags behind undo what is newer', async () => {
        for (const fact of [healthy, failed, back]) {
          await store.write([{ ...fact, place }]);
        }
        for (const fact of [healthy, failed, back]) {
          await other.write([{ ...later(fact, 32), place }]);
        }
        expect(await all()).toHaveLength(3);
      });

      it('records what time alone has changed', async () => {
        const slow = transition(60, 'Degraded', 'NotReady', 100, healthy);
        await store.write([{ ...healthy, place }]);
        await store.write([{ ...slow, place }]);
        await other.write([{ ...later(slow, 0.2), place }]);
        expect(await all()).toHaveLength(2);
      });

      it('believes a cluster that begins again with smaller versions', async () => {
        await store.write([{ ...failed, place }]);
        await store.write([
          { ...transition(300, 'Healthy', 'Running', 5), place },
        ]);
        expect(await all()).toHaveLength(2);
      });

      it('dates what it missed by when it began, where the cluster tells', async () => {
        await store.write([{ ...healthy, place }]);
        const missed = transition(7200, 'Degraded', 'JobFailed', 900);
        missed.report.since = clock(3600);
        await store.write([{ ...missed, place }]);
        expect(summary(await all())[0]).toBe(
          '01:00:00 Healthy → Degraded JobFailed',
        );
      });

      it('knows the last health of each part, and since when', async () => {
        await store.write([
          { ...healthy, place },
          { ...failed, place },
          { ...healthy, place: { ...place, environment: 'dev' } },
        ]);
        const states = await store.knownStates();
        expect(states.get(stateId(place))).toMatchObject({
          place,
          health: failed.report.health,
          reason: failed.report.reason,
          at: clock(60),
        });
        expect(
          states.get(stateId({ ...place, environment: 'dev' })),
        ).toMatchObject({ health: 'Healthy', at: clock(0) });
      });
    });

    describe('runs', () => {
      const first = run('a', 1, 0, {
        state: 'running',
        startedFrom: 's3://sp',
      });

      it('are one row from begin to end, with what was known at the begin', async () => {
        await store.write([{ ...first, place }]);
        await other.write([{ ...first, place }]);
        await store.write([
          {
            ...run('a', 2, 60, { state: 'finished', endedAt: clock(60) }),
            place,
          },
        ]);
        await other.write([{ ...first, place }]);
        expect(await all()).toEqual([
          expect.objectContaining({
            kind: 'run',
            run: 'a',
            state: 'finished',
            endedAt: clock(60),
            startedFrom: 's3://sp',
            at: clock(60),
          }),
        ]);
      });

      it('have ended when the next one begins, also where nobody saw it', async () => {
        await store.write([{ ...first, place }]);
        await store.write([
          { ...run('b', 1, 60, { state: 'running' }), place },
        ]);
        expect(
          (await all()).map(entry => entry.kind === 'run' && entry.state),
        ).toEqual(['running', 'stopped']);
      });
    });

    describe('restarts', () => {
      it('of one container are one row that counts up', async () => {
        for (const [count, at] of [
          [1, 10],
          [3, 30],
          [2, 20],
        ]) {
          await store.write([{ ...restart(count, at), place }]);
        }
        expect(await all()).toEqual([
          expect.objectContaining({ kind: 'restart', count: 3, at: clock(30) }),
        ]);
      });
    });

    describe('upgrades', () => {
      it('name the fields that changed, once, and who changed them', async () => {
        await store.write([{ ...upgrade(1, { image: 'a', cpu: '1' }), place }]);
        const next = upgrade(2, { image: 'b', 'job.args[0]': 'x' }, 'helm');
        await Promise.all(
          [store, other].map(one => one.write([{ ...next, place }])),
        );
        expect(await all()).toEqual([
          expect.objectContaining({
            kind: 'upgrade',
            generation: 2,
            by: 'helm',
            changes: [
              { path: 'cpu', from: '1' },
              { path: 'image', from: 'a', to: 'b' },
              { path: 'job.args[0]', to: 'x' },
            ],
          }),
        ]);
      });

      it('are recorded when the portal was away, and a deletion is none', async () => {
        await store.write([{ ...upgrade(1, { image: 'a' }), place }]);
        await store.write([{ ...upgrade(4, { image: 'd' }), place }]);
        await other.write([{ ...upgrade(3, { image: 'c' }), place }]);
        await store.write([
          { ...upgrade(5, { image: 'd' }), deleting: true, place },
        ]);
        expect(await all()).toEqual([
          expect.objectContaining({
            generation: 4,
            changes: [{ path: 'image', from: 'a', to: 'd' }],
          }),
        ]);
      });
    });

    describe('snapshots', () => {
      const path = 'file:/savepoints/1';
      const fromStatus: ProgressFact<'snapshot'> = {
        kind: 'snapshot',
        at: clock(20),
        key: path,
        alias: path,
        rank: 2,
        detail: {
          kind: 'snapshot',
          name: '1',
          origin: 'upgrade',
          state: 'completed',
          path,
          size: 8333,
        },
      };
      const fromObject: ProgressFact<'snapshot'> = {
        ...fromStatus,
        key: 'uid-1',
        detail: { ...fromStatus.detail, name: 'orders-1', size: undefined },
      };

      it.each([
        ['the object first', [fromObject, fromStatus]],
        ['the status first', [fromStatus, fromObject]],
        ['both at once', [fromStatus, fromObject], true],
      ])('are one row for one path: %s', async (_, facts, together = false) => {
        const placed = facts.map(fact => ({ ...fact, place }));
        if (together) await store.write(placed);
        else for (const fact of placed) await store.write([fact]);
        expect(await all()).toEqual([
          expect.objectContaining({ name: 'orders-1', path, size: 8333 }),
        ]);
      });
    });

    describe('events', () => {
      it('of one pattern are one row; two replicas do not count double', async () => {
        const facts = [
          event('e1', 3, 0, 30),
          event('e1', 5, 0, 50),
          event('e2', 2, 40, 60),
        ];
        for (const fact of facts) {
          await Promise.all(
            [store, other].map(one => one.write([{ ...fact, place }])),
          );
        }
        await other.write([{ ...facts[0], place }]);
        expect(await all()).toEqual([
          expect.objectContaining({
            kind: 'event',
            count: 7,
            firstAt: clock(0),
            at: clock(60),
          }),
        ]);
      });
    });

    describe('a batch', () => {
      it('is written as a whole or not at all', async () => {
        const first = { ...run('a', 1, 0, { state: 'running' }), place };
        const nowhere = { ...place, cluster: null as unknown as string };
        await expect(
          store.write([first, { ...restart(1, 1), place: nowhere }]),
        ).rejects.toMatchObject({ message: expect.stringMatching(/null/i) });
        expect(await all()).toEqual([]);
        await expect(
          store.write([first, { ...restart(1, 1), at: 'never', place }]),
        ).rejects.toThrow('"never" is no time (ISO 8601)');
        expect(await all()).toEqual([]);
      });
    });

    describe('retention', () => {
      const HOUR = 3600;
      const limits: HistoryLimits = {
        retention: 72 * HOUR * 1000,
        eventsRetention: 48 * HOUR * 1000,
        eventsPerObject: 3,
        entriesPerObject: 5,
      };
      const now = (hours: number) => new Date(clock(hours * HOUR));
      const patterns = (count: number, at: number) =>
        Array.from({ length: count }, (_, i) => ({
          ...event(`e${i}`, 1, at, at + i),
          key: `Pod reason ${i}`,
        }));

      it('forgets what is too old, events before the rest; what still runs stays', async () => {
        await store.write([
          { ...event('e', 1, 0, 0), place },
          { ...run('ended', 2, 0, { state: 'finished' }), place },
          { ...run('goes on', 1, 1, { state: 'running' }), place },
        ]);
        await store.clean(limits, now(47));
        expect(await all()).toHaveLength(3);
        await store.clean(limits, now(49));
        expect((await all()).map(({ kind }) => kind)).toEqual(['run', 'run']);
        await store.clean(limits, now(73));
        expect(await all()).toEqual([
          expect.objectContaining({ kind: 'run', run: 'goes on' }),
        ]);
      });

      it('does not let a crash loop flush the rest, nor another object', async () => {
        const other = { ...place, object: 'FlinkDeployment/pipelines/other' };
        await store.write([
          ...patterns(20, 100).map(fact => ({ ...fact, place })),
          ...patterns(2, 0).map(fact => ({ ...fact, place: other })),
          { ...restart(1, 0), place },
          ...Array.from({ length: 8 }, (_, i) => ({
            ...run(`r${i}`, 2, i, { state: 'finished' as const }),
            place,
          })),
        ]);
        await store.clean(limits, now(1));
        const kept = await all();
        const count = (kind: string, object: string) =>
          kept.filter(one => one.kind === kind && one.object === object).length;
        expect(count('event', place.object)).toBe(3);
        expect(count('event', other.object)).toBe(2);
        expect(count('restart', place.object)).toBe(1);
        expect(count('run', place.object)).toBe(5);
        // The latest are those that stay.
        expect(kept[0].at).toBe(clock(119));
      });

      it('keeps how often an event came when it forgets each Event object', async () => {
        const long = { ...limits, eventsRetention: 720 * HOUR * 1000 };
        await store.write([
          { ...event('e1', 4, 0, 10), place },
          { ...event('e2', 3, 0, 20), place },
        ]);
        await store.clean(long, now(50));
        await store.clean(long, now(50));
        const left = await database.knex('history_event_counts').select();
        expect(left).toEqual([]);
        await store.write([{ ...event('e3', 2, 0, 30), place }]);
        expect(await all()).toEqual([expect.objectContaining({ count: 9 })]);
      });

      it('keeps a health and a spec for as long as they are seen', async () => {
        const states = async () =>
          [...(await store.knownStates()).values()].filter(
            known => known.place.pipelineRef === place.pipelineRef,
          ).length;
        const ids = { states: [stateId(place)], specs: [specId(place, 'uid')] };
        await store.write([
          { ...transition(0, 'Healthy', 'Running', 1), place },
          { ...upgrade(1, { image: 'a' }), place },
        ]);
        await store.touch(ids, now(70));
        await store.clean(limits, now(100));
        expect(await states()).toBe(1);
        expect((await store.knownGenerations()).get(ids.specs[0])).toBe(1);
        await store.clean(limits, now(200));
        expect(await states()).toBe(0);
        expect((await store.knownGenerations()).has(ids.specs[0])).toBe(false);
      });
    });

    describe('pages', () => {
      it('follow each other without a gap or a double', async () => {
        await store.write(
          Array.from({ length: 25 }, (_, i) => ({
            // Several at the same moment.
            ...run(`r${i}`, 2, Math.floor(i / 4), { state: 'finished' }),
            place,
          })),
        );
        const seen: string[] = [];
        let after = undefined;
        do {
          const page: Awaited<ReturnType<HistoryStore['page']>> =
            await store.page({
              of: { entityRef: place.entityRef! },
              environment: 'prod',
              kinds: ['run'],
              limit: 10,
              after,
            });
          seen.push(
            ...page.items
              .filter(item => item.pipelineRef === place.pipelineRef)
              .map(item => (item.kind === 'run' ? item.run : '')),
          );
          after = page.next;
        } while (after);
        expect(seen).toHaveLength(25);
        expect(new Set(seen).size).toBe(25);
      });

      it('hold what was asked for', async () => {
        await store.write([
          { ...restart(1, 1), place },
          { ...event('e', 1, 0, 0), place },
        ]);
        const of = { pipelineRef: place.pipelineRef };
        const kinds = async (query: object) =>
          (await store.page({ of, limit: 10, ...query })).items.map(
            ({ kind }) => kind,
          );
        expect(await kinds({})).toEqual(['restart', 'event']);
        expect(await kinds({ kinds: ['event'] })).toEqual(['event']);
        expect(await kinds({ environment: 'dev' })).toEqual([]);
      });
    });
  },
);

async function replicas(database: TestDatabase, count: number) {
  const stores: HistoryStore[] = [];
  for (let i = 0; i < count; i++) {
    stores.push(await DatabaseHistoryStore.create(database.replica()));
  }
  return stores;
}

/** Seconds into a day of long ago. */
function clock(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
}

function later<T extends { at: string }>(fact: T, seconds: number): T {
  return {
    ...fact,
    at: new Date(Date.parse(fact.at) + seconds * 1000).toISOString(),
  };
}

function transition(
  at: number,
  health: TransitionFact['report']['health'],
  reason: string,
  version: number,
  before?: TransitionFact,
): TransitionFact {
  return {
    kind: 'transition',
    at: clock(at),
    report: { health, reason, message: `It is ${health}` },
    before: before?.report,
    version,
  };
}

function run(
  id: string,
  rank: number,
  at: number,
  detail: Partial<ProgressFact<'run'>['detail']> & {
    state: ProgressFact<'run'>['detail']['state'];
  },
): ProgressFact<'run'> {
  return {
    kind: 'run',
    at: clock(at),
    key: id,
    rank,
    open: detail.state === 'running',
    detail: { kind: 'run', run: id, ...detail },
  };
}

function restart(count: number, at: number): ProgressFact<'restart'> {
  return {
    kind: 'restart',
    at: clock(at),
    key: 'pod main',
    rank: count,
    detail: { kind: 'restart', what: 'Container main', count },
  };
}

function upgrade(
  generation: number,
  spec: Readonly<Record<string, string>>,
  by?: string,
): UpgradeFact {
  return {
    kind: 'upgrade',
    at: clock(generation),
    uid: 'uid',
    generation,
    spec: JSON.stringify(spec),
    by,
    deleting: false,
  };
}

function event(
  source: string,
  count: number,
  first: number,
  last: number,
): EventFact {
  return {
    kind: 'event',
    at: clock(last),
    firstAt: clock(first),
    key: 'Pod BackOff',
    source,
    count,
    detail: {
      kind: 'event',
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      about: 'Pod/pipelines/x',
    },
  };
}

function summary(entries: HistoryEntry[]): string[] {
  return entries.map(entry =>
    entry.kind === 'transition'
      ? `${entry.at.slice(11, 19)} ${entry.from} → ${entry.to} ${entry.reason}`
      : entry.kind,
  );
}
