import { SnapshotView } from './model/state';
import { withRemembered } from './rememberedSnapshots';

const LIVE: SnapshotView = {
  name: 'nightly',
  type: 'savepoint',
  origin: 'user',
  state: 'completed',
  createdAt: '2026-11-28T12:00:00Z',
  path: 'file:/data/savepoint-1',
  source: 'resource',
};

const entry = {
  id: 'e1',
  at: '2026-11-28T12:00:05Z',
  pipelineRef: 'component:default/web',
  environment: 'dev',
  cluster: 'east',
  object: 'FlinkDeployment/web/count',
  kind: 'snapshot' as const,
  name: 'savepoint-1',
  origin: 'periodic',
  state: 'completed',
  path: 'file:///data/savepoint-1/',
  size: 2_048,
};

describe('withRemembered', () => {
  it('adds the size to what is there, whoever wrote its path', () => {
    expect(withRemembered([LIVE], [entry])).toEqual([{ ...LIVE, size: 2_048 }]);
  });

  it('tells when there was one that only the status names', () => {
    const { createdAt, ...undated } = LIVE;
    expect(withRemembered([undated], [entry])[0].createdAt).toBe(entry.at);
  });

  it('keeps those that are no longer there, with what became of them', () => {
    const failed = {
      ...entry,
      id: 'e2',
      at: '2026-11-27T12:00:00Z',
      name: 'before-release',
      origin: 'of another kind',
      state: 'failed',
      path: undefined,
      size: undefined,
      message: 'No room',
    };
    expect(withRemembered([LIVE], [entry, failed])).toEqual([
      { ...LIVE, size: 2_048 },
      {
        name: 'before-release',
        type: 'savepoint',
        origin: 'unknown',
        state: 'failed',
        createdAt: failed.at,
        error: 'No room',
        source: 'history',
      },
    ]);
    expect(withRemembered([], [entry])[0]).toMatchObject({
      origin: 'periodic',
      source: 'history',
      size: 2_048,
    });
  });

  it('leaves out those of which it is not known how they ended', () => {
    expect(withRemembered([], [{ ...entry, state: 'in-progress' }])).toEqual(
      [],
    );
  });
});
