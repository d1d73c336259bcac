import { Action } from '../../plugins/data-pipelines-backend/src/actions/Action';
import { ActionStore } from '../../plugins/data-pipelines-backend/src/actions/ActionStore';
import { DATABASES, TestDatabase } from './historyDatabases';

const NOW = new Date('2026-11-28T12:00:00Z');
const JOB = 'component:default/orders-sum';

function action(id: string, change: Partial<Action> = {}): Action {
  return {
    id,
    pipelineRef: 'component:default/orders',
    jobRef: JOB,
    environment: 'dev',
    action: { action: 'suspend' },
    by: 'user:default/ana',
    steps: [],
    stepsDone: 0,
    stepSince: NOW,
    state: 'running',
    startedAt: NOW,
    ...change,
  };
}

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

describe.each(Object.keys(DATABASES) as Array<keyof typeof DATABASES>)(
  'actions in %s',
  name => {
    let database: TestDatabase;
    let stores: ActionStore[];

    beforeAll(async () => {
      database = await DATABASES[name]();
      stores = await Promise.all(
        Array.from({ length: 4 }, () => ActionStore.create(database.replica())),
      );
    });

    beforeEach(async () => {
      await database.knex('actions').delete();
    });

    afterAll(() => database?.stop());

    it('are there once, however many replicas add one', async () => {
      const added = await Promise.all(stores.map(one => one.add(action('a'))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await stores[0].get('a')).toEqual(action('a'));
    });

    it('are worked on by one replica at a time', async () => {
      await stores[0].add(action('a'));
      const claim = (at: Date) =>
        Promise.all(stores.map(one => one.claim('a', at)));
      const first = await claim(NOW);
      expect(first.filter(Boolean)).toHaveLength(1);
      // The one that has it may have ended.
      const afterwards = await claim(later(61));
      expect(afterwards.filter(Boolean)).toHaveLength(1);
    });

    it('come back with how far they are, when they are due', async () => {
      const [store] = stores;
      await store.add(action('a'));
      const claimed = (await store.claim('a', NOW))!;
      const saved = { ...claimed, stepsDone: 1, sentence: 'It goes on.' };
      await store.save(saved, NOW, 1_000);
      expect(await store.due(NOW)).toEqual([]);
      expect(await store.due(later(1))).toEqual(['a']);
      expect(await store.get('a')).toEqual(saved);
    });

    it('are no longer due when they have ended', async () => {
      const [store] = stores;
      const ended = action('a', { state: 'done', endedAt: NOW });
      await store.add(ended);
      await store.save(ended, NOW, 0);
      expect(await store.due(later(100))).toEqual([]);
      expect(await store.claim('a', later(100))).toBeUndefined();
    });

    it('are told newest first, and forgotten when they ended long ago', async () => {
      const [store] = stores;
      await store.add(action('runs'));
      await store.add(
        action('new', {
          startedAt: later(2),
          state: 'done',
          endedAt: later(3),
        }),
      );
      await store.add(
        action('old', {
          startedAt: later(-9),
          state: 'failed',
          endedAt: later(-8),
        }),
      );
      const ids = async () => (await store.of([JOB], 10)).map(({ id }) => id);
      expect(await ids()).toEqual(['new', 'runs', 'old']);
      expect(await store.clean(NOW)).toBe(1);
      expect(await ids()).toEqual(['new', 'runs']);
    });
  },
);
