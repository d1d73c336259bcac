import { ObjectIndex } from '../../objects/ObjectIndex';
import { FlinkStats } from '../../resources/flinkStats';
import { endedJob } from './endedJob';

const NOW = new Date('2026-11-28T12:00:00Z');
const SAID = { at: '2026-11-28T11:59:55Z', jobId: 'a' };

const CHECKPOINTS = {
  completed: 1,
  failed: 0,
  inProgress: 0,
  failedInARow: 0,
  latestCompleted: {
    id: 1,
    at: '2026-11-28T11:50:00Z',
    took: 1,
    size: 1,
    path: 's3://state/chk-1',
  },
};

const reportOf = (stats: FlinkStats | undefined) =>
  endedJob(stats, { source: new ObjectIndex(), now: NOW });

it('knows nothing of a job that runs, or that nobody was asked about', () => {
  expect(reportOf(undefined)).toBeUndefined();
  expect(reportOf(SAID)).toBeUndefined();
});

it('tells a stop with a savepoint from the end of the work', () => {
  const ended = { state: 'FINISHED', at: '2026-11-28T11:51:00Z' } as const;
  const done = { ...SAID, ended, checkpoints: CHECKPOINTS };
  expect(reportOf(done)).toMatchObject({
    health: 'Healthy',
    reason: 'Completed',
    since: ended.at,
  });
  const savepoint = (at: string) => ({
    latestSavepoint: { at, size: 1, path: 's3://state/savepoint-1' },
  });
  const stopped = {
    ...done,
    checkpoints: { ...CHECKPOINTS, ...savepoint('2026-11-28T11:50:30Z') },
  };
  expect(reportOf(stopped)).toMatchObject({
    health: 'Suspended',
    reason: 'StoppedWithSavepoint',
    nextStep: expect.stringContaining('s3://state/savepoint-1'),
  });
  const earlier = {
    ...done,
    checkpoints: { ...CHECKPOINTS, ...savepoint('2026-11-28T11:40:00Z') },
  };
  expect(reportOf(earlier)?.reason).toBe('Completed');
});

it('says why a job failed for good, and what it can go on from', () => {
  expect(
    reportOf({
      ...SAID,
      ended: { state: 'FAILED' },
      exception: {
        at: SAID.at,
        message: 'java.lang.IllegalStateException: no such topic',
      },
      checkpoints: CHECKPOINTS,
    }),
  ).toMatchObject({
    health: 'Degraded',
    reason: 'JobFailed',
    message: 'The job has failed and will not restart by itself: no such topic',
    nextStep: expect.stringContaining('s3://state/chk-1'),
  });
  expect(reportOf({ ...SAID, ended: { state: 'CANCELED' } })?.health).toBe(
    'Degraded',
  );
});

it('gives a JobManager that starts some time to have its job again', () => {
  const { at } = SAID;
  expect(reportOf({ at, joblessSince: at })?.health).toBe('Progressing');
  expect(reportOf({ at, joblessSince: '2026-11-28T11:50:00Z' })).toMatchObject({
    health: 'Degraded',
    reason: 'NoJob',
  });
});
