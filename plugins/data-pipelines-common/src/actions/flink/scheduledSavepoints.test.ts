import { FlinkDeployment } from '../../resources/flinkDeployment';
import { asWritten } from './asWritten';
import { nextStart } from './startingState';
import { scheduledSavepoints } from './scheduledSavepoints';

const kept = (
  configuration: Record<string, string>,
  upgradeMode = 'savepoint',
): FlinkDeployment => ({
  kind: 'FlinkDeployment',
  metadata: {
    namespace: 'data',
    name: 'orders',
    labels: {},
    annotations: {},
    written: {
      fields: JSON.stringify({
        image: 'flink:2.2',
        ...Object.fromEntries(
          Object.entries(configuration).map(([key, value]) => [
            `flinkConfiguration.${key}`,
            value,
          ]),
        ),
      }),
    },
  },
  spec: { job: { upgradeMode } } as FlinkDeployment['spec'],
  status: { jobStatus: { state: 'RESTARTING' } },
});

const say = (configuration: Record<string, string>, mode?: string) =>
  scheduledSavepoints(asWritten(kept(configuration, mode)));

const EVERY = 'kubernetes.operator.periodic.savepoint.interval';

describe('scheduledSavepoints', () => {
  it('says that there are none, and how there would be', () => {
    const none =
      'No savepoints are taken by the clock: set checkpoints.savepointEvery in its values to have some.';
    expect(say({})).toBe(none);
    expect(say({ [EVERY]: '0 s' })).toBe(none);
    expect(say({}, 'stateless')).toMatch(/its upgrades take none/);
  });

  it('says how often, how many are listed, and that their data stays', () => {
    expect(say({ [EVERY]: '6 h' })).toBe(
      'The operator takes a savepoint every 6 h while the job runs, lists the last 10 and none older than 1 d, and leaves the data of older ones where it is.',
    );
  });

  it('knows what the job sets otherwise', () => {
    expect(
      say({
        [EVERY]: '0 0 3 * * ?',
        'kubernetes.operator.savepoint.history.max.count': '3',
        'kubernetes.operator.savepoint.history.max.age': '7 d',
        'kubernetes.operator.savepoint.dispose-on-delete': 'true',
      }),
    ).toBe(
      'The operator takes a savepoint at the times of 0 0 3 * * ? while the job runs, lists the last 3 and none older than 7 d, and deletes the data of older ones.',
    );
  });
});

describe('asWritten', () => {
  it('lets the next start know what the job sets of the operator', () => {
    const key = 'kubernetes.operator.job.upgrade.last-state-fallback.enabled';
    expect(nextStart(asWritten(kept({}))).kind).toBe('checkpoint');
    expect(nextStart(asWritten(kept({ [key]: 'false' }))).kind).toBe('unknown');
  });

  it('takes a job of which nothing was written for one without settings', () => {
    const { written, ...metadata } = kept({}).metadata;
    expect(written).toBeDefined();
    expect(asWritten({ ...kept({}), metadata }).spec).toMatchObject({
      flinkConfiguration: {},
    });
  });
});
