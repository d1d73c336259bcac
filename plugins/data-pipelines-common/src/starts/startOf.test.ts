import { FlinkStats } from '../resources/flinkStats';
import { startOfStats } from './startOf';

const checkpoints = {
  completed: 0,
  failed: 0,
  inProgress: 0,
  failedInARow: 0,
};

describe("Flink's word on a start", () => {
  const said = (
    given: Partial<NonNullable<FlinkStats['checkpoints']>>,
    restarts = 0,
  ) =>
    startOfStats({
      at: '2026-11-28T09:00:00Z',
      jobId: 'abc',
      startedAt: '2026-11-28T08:00:00Z',
      restarts,
      checkpoints: { ...checkpoints, ...given },
    })?.flink;
  const savepoint = {
    at: '2026-11-28T08:00:01Z',
    isSavepoint: true,
    path: 'file:/s/savepoint-1',
  };
  const own = {
    at: '2026-11-28T08:30:01Z',
    isSavepoint: false,
    path: 'file:/c/abc/chk-7',
  };

  it('is nothing where it never gave anything back', () => {
    expect(said({ restores: 0 })).toEqual({ nothing: true });
    expect(said({ restores: 0 }, 3)).toEqual({ nothing: true });
  });

  it('is what it gave back once', () => {
    expect(said({ restores: 1, restored: savepoint }, 3)).toEqual({
      nothing: false,
      isSavepoint: true,
      path: savepoint.path,
    });
    expect(said({ restores: 1, restored: own })).toMatchObject({
      path: own.path,
    });
  });

  it('is not known where a task may have failed meanwhile', () => {
    expect(said({ restores: 1, restored: own }, 1)).toBeUndefined();
    expect(said({ restores: 2, restored: savepoint })).toBeUndefined();
    expect(said({})).toBeUndefined();
  });

  it('needs a start that can be told from others', () => {
    expect(
      startOfStats({ at: '2026-11-28T09:00:00Z', jobId: 'abc', checkpoints }),
    ).toBeUndefined();
  });
});
