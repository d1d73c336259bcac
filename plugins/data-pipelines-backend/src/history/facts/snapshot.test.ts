import { recordedChanges } from './__testUtils__/recordedChanges';
import {
  snapshotFacts,
  statsSnapshotFacts,
  statusSnapshotFacts,
} from './snapshot';

const SNAPSHOTS = 'flinkstatesnapshots.flink.apache.org';

describe('snapshotFacts', () => {
  const last = (name: string) =>
    recordedChanges(SNAPSHOTS, name).flatMap(snapshotFacts).at(-1);

  it('follows one from the request to its end', () => {
    const facts = recordedChanges(SNAPSHOTS, 'orders-manual').flatMap(
      snapshotFacts,
    );
    expect(new Set(facts.map(({ key }) => key)).size).toBe(1);
    expect(new Set(facts.map(({ detail }) => detail.state))).toEqual(
      new Set(['pending', 'in-progress', 'completed']),
    );
    expect(last('orders-manual')).toMatchObject({
      at: '2026-11-23T08:18:27.594257726Z',
      alias: 'file:/flink-data/orders/savepoints/savepoint-333060-0f7ebe9d4060',
      detail: { name: 'orders-manual', origin: 'user', state: 'completed' },
    });
  });

  it.each([
    ['with its files', undefined, 'deleted'],
    ['without its files', false, 'completed'],
  ])('knows one that was deleted %s', (_, disposeOnDelete, state) => {
    const changes = recordedChanges(SNAPSHOTS, 'orders-manual');
    const { after, ...rest } = changes.filter(one => one.after).at(-1)!;
    const before = {
      ...after!,
      spec: {
        ...after!.spec,
        savepoint: { ...after!.spec.savepoint, disposeOnDelete },
      },
    };
    const facts = [
      ...snapshotFacts({ ...rest, after: before }),
      ...snapshotFacts({ ...rest, before, after: undefined }),
    ];
    expect(facts.at(-1)).toMatchObject({
      key: facts[0].key,
      at: facts[0].at,
      alias: facts[0].alias,
      detail: { state },
    });
  });

  it('says why one failed, without JSON or Java', () => {
    expect(last('orders-denied')?.detail).toMatchObject({ state: 'failed' });
    expect(last('orders-denied')?.detail.message).toBeTruthy();
    expect(last('orders-denied')?.detail.message).not.toMatch(/^\{/);
  });
});

describe('statusSnapshotFacts', () => {
  const facts = recordedChanges(
    'flinkdeployments.flink.apache.org',
    'orders',
  ).flatMap(statusSnapshotFacts);

  it('tells each savepoint of an upgrade once', () => {
    expect(facts.map(({ detail }) => detail.name)).toEqual([
      'savepoint-333060-bef8b5ecf619',
      'savepoint-9ab988-74aa62b9ff63',
    ]);
  });

  it('is the same snapshot as that of the object, by its path', () => {
    const object = recordedChanges(
      SNAPSHOTS,
      'orders-savepoint-upgrade-1795421966922',
    )
      .flatMap(snapshotFacts)
      .at(-1);
    expect(facts[0].alias).toBe(object?.alias);
  });
});

describe('statsSnapshotFacts', () => {
  it('knows how large it is, and is the same one by its path', () => {
    const at = '2026-01-01T00:00:00.000Z';
    const checkpoints = { completed: 1, failed: 0, inProgress: 0 };
    const latestSavepoint = {
      at,
      size: 8333,
      path: 'file:///flink-data/orders/savepoints/savepoint-333060-bef8b5ecf619',
    };
    const after = {
      at,
      checkpoints: { ...checkpoints, failedInARow: 0, latestSavepoint },
    };
    const change = {
      cluster: 'lab',
      resource: 'flinkdeployments.flink.apache.org' as const,
      namespace: 'data',
      name: 'orders',
      at,
      after,
    };
    expect(statsSnapshotFacts(change)).toEqual([
      expect.objectContaining({
        alias:
          'file:/flink-data/orders/savepoints/savepoint-333060-bef8b5ecf619',
        detail: expect.objectContaining({ size: 8333 }),
      }),
    ]);
    expect(statsSnapshotFacts({ ...change, before: after })).toEqual([]);
  });
});
