import { BatchJob, CronJob } from '../../resources/workloads';
import { ago, around, metadata } from '../__testUtils__/around';
import { cronJobRule } from './rule';

const OURS = { 'headworks.dev/pipeline': 'clickstream' };

function cronJob(
  status: CronJob['status'] = {},
  spec: Partial<CronJob['spec']> = {},
): CronJob {
  return {
    kind: 'CronJob',
    metadata: metadata('report', OURS),
    spec: { schedule: '0 * * * *', ...spec },
    status,
  };
}

function run(name: string, condition?: 'Complete' | 'Failed'): BatchJob {
  return {
    kind: 'Job',
    metadata: metadata(name, OURS),
    spec: {},
    status: condition
      ? { conditions: [{ type: condition, status: 'True' }] }
      : { active: 1 },
  };
}

const LAST = { lastScheduleTime: ago(3600) };

describe('cronJobRule', () => {
  it('is as bad as the newest of its own runs', () => {
    const runs = (...jobs: BatchJob[]) =>
      cronJobRule(cronJob(LAST), around({ 'jobs.batch': jobs }));
    const good = run('report-29398620', 'Complete');
    const bad = run('report-29398680', 'Failed');
    const stranger = run('report-other-29398690', 'Failed');
    expect(runs(good, stranger)).toMatchObject({
      health: 'Healthy',
      message: `The last run, of ${ago(3600)}, succeeded`,
    });
    expect(runs(bad, good)).toMatchObject({
      health: 'Degraded',
      message: 'Last run: the run failed, and its driver is gone',
    });
    expect(runs(good, bad, run('report-29398740'))).toMatchObject({
      health: 'Healthy',
      reason: 'RunActive',
    });
  });

  it('remembers from its own status how a deleted run went', () => {
    const of = (status: CronJob['status']) =>
      cronJobRule(cronJob(status), around());
    expect(of({})).toMatchObject({ reason: 'Scheduled' });
    expect(of({ ...LAST, lastSuccessfulTime: ago(3500) })).toMatchObject({
      reason: 'Completed',
    });
    expect(of({ ...LAST, lastSuccessfulTime: ago(7200) })).toMatchObject({
      reason: 'LastRunGone',
    });
  });

  it.each([
    ['UnknownTimeZone', 'ScheduleRefused'],
    ['TooManyMissedTimes', 'RunMissed'],
    ['FailedCreate', 'RunRefused'],
  ])('hears of the event %s for ten minutes', (reason, expected) => {
    const heard = (seconds: number) =>
      cronJobRule(
        cronJob(),
        around({
          events: [
            {
              involvedObject: {
                kind: 'CronJob',
                namespace: 'data',
                name: 'report',
              },
              reason,
              lastTimestamp: ago(seconds),
            },
          ],
        }),
      );
    expect(heard(590)).toMatchObject({ health: 'Degraded', reason: expected });
    expect(heard(610)).toMatchObject({ health: 'Healthy' });
  });

  it('is suspended on request', () => {
    expect(
      cronJobRule(cronJob(LAST, { suspend: true }), around()),
    ).toMatchObject({ health: 'Suspended' });
  });
});
