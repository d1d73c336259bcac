import { momentOf, runningJob } from '../__testUtils__/moment';
import { JobAsIs, LiveFlinkJob } from './LiveFlinkJob';
import { planFlinkAction } from './planFlinkAction';
import { nextStart } from './startingState';

type Mode = 'savepoint' | 'last-state' | 'stateless';

const PATH = 's3://acme/web/count/savepoints/savepoint-1a';
const CHECKPOINT = 's3://acme/web/count/checkpoints/6dd9/chk-12';
const LAST_STATE = 'KUBERNETES_OPERATOR_LAST_STATE';

/** Stopped as the operator stopped it, with a path that the status names. */
function stopped(
  stoppedWith: Mode,
  upgradeMode: Mode,
  upgradeSavepointPath?: string,
): LiveFlinkJob {
  const job = runningJob({
    job: { state: 'suspended', upgradeMode },
    jobStatus: { state: 'FINISHED', upgradeSavepointPath },
  });
  const lastReconciledSpec = JSON.stringify({
    spec: { job: { state: 'suspended', upgradeMode: stoppedWith } },
  });
  const status = {
    ...job.status,
    lifecycleState: 'SUSPENDED' as const,
    reconciliationStatus: { state: 'DEPLOYED', lastReconciledSpec },
  };
  return { ...job, status };
}

describe('nextStart of a stopped job', () => {
  it.each<[Mode, Mode, string | undefined, string, string | undefined]>([
    ['savepoint', 'savepoint', PATH, 'savepoint', PATH],
    // It did not run, so the operator cancelled it and took its last checkpoint.
    ['savepoint', 'savepoint', CHECKPOINT, 'checkpoint', CHECKPOINT],
    // It had failed before it made a checkpoint, and is started empty.
    ['savepoint', 'savepoint', undefined, 'nothing', undefined],
    ['savepoint', 'last-state', PATH, 'savepoint', PATH],
    // The path is of a savepoint that it was stopped with some other time.
    ['last-state', 'last-state', PATH, 'checkpoint', undefined],
    ['last-state', 'last-state', LAST_STATE, 'checkpoint', undefined],
    ['last-state', 'savepoint', PATH, 'checkpoint', undefined],
    ['last-state', 'stateless', PATH, 'nothing', undefined],
    ['savepoint', 'stateless', PATH, 'nothing', undefined],
    ['stateless', 'savepoint', undefined, 'nothing', undefined],
    ['stateless', 'last-state', PATH, 'nothing', undefined],
  ])(
    'goes by %s, with which it was stopped, not by %s, with %s',
    (stoppedWith, mode, path, kind, expected) => {
      const { kind: said, path: named } = nextStart(
        stopped(stoppedWith, mode, path),
      );
      expect([said, named]).toEqual([kind, expected]);
    },
  );

  it('is not known of an operator that does not say how it stopped the job', () => {
    const { spec, status } = stopped('savepoint', 'savepoint');
    const { lifecycleState, jobStatus } = status!;
    expect(
      nextStart({ spec, status: { lifecycleState, jobStatus } }),
    ).toMatchObject({
      kind: 'unknown',
    });
  });

  it('is the same where the portal has read the job', () => {
    const { spec, status } = stopped('last-state', 'savepoint', PATH);
    const kept: JobAsIs = {
      spec,
      status: {
        lifecycleState: status?.lifecycleState,
        jobStatus: status?.jobStatus,
      },
      deployed: { mode: 'last-state', spec: '' },
    };
    expect(nextStart(kept)).toMatchObject({ kind: 'checkpoint' });
  });

  it('goes by what is asked for until the operator has stopped it', () => {
    const job = stopped('stateless', 'savepoint', PATH);
    const stopping = {
      ...job,
      status: { ...job.status, lifecycleState: 'STABLE' as const },
    };
    expect(nextStart(stopping)).toMatchObject({ kind: 'savepoint' });
  });

  it('has to be confirmed where it is an empty one, whatever the mode is now', () => {
    const { traps } = planFlinkAction(
      { action: 'resume' },
      momentOf(stopped('stateless', 'savepoint')),
    );
    expect(traps).toEqual([
      {
        id: 'starts-empty',
        weight: 'acknowledge',
        sentence:
          'The job starts empty: it was stopped while its upgrade mode was stateless.',
        remedy: 'Restore it from a savepoint instead.',
      },
    ]);
  });
});

describe('nextStart of a job that has ended', () => {
  it.each<[Mode, string | undefined, string, string | undefined]>([
    ['savepoint', CHECKPOINT, 'checkpoint', CHECKPOINT],
    // It made no checkpoint of its own, and began with this.
    ['savepoint', PATH, 'savepoint', PATH],
    ['savepoint', undefined, 'nothing', undefined],
    ['savepoint', LAST_STATE, 'unknown', undefined],
    ['last-state', CHECKPOINT, 'checkpoint', CHECKPOINT],
    ['last-state', undefined, 'nothing', undefined],
    ['stateless', CHECKPOINT, 'nothing', undefined],
  ])(
    'is what the operator saw at its end: mode %s, %s',
    (upgradeMode, upgradeSavepointPath, kind, path) => {
      const { kind: said, path: named } = nextStart(
        runningJob({
          job: { upgradeMode },
          jobStatus: { state: 'FAILED', upgradeSavepointPath },
        }),
      );
      expect([said, named]).toEqual([kind, path]);
    },
  );

  it('is the last savepoint of an operator that lists them in the status', () => {
    const lastSavepoint = { location: PATH };
    expect(
      nextStart(
        runningJob({
          jobStatus: { state: 'FAILED', savepointInfo: { lastSavepoint } },
        }),
      ),
    ).toMatchObject({ kind: 'savepoint', path: PATH });
  });
});
