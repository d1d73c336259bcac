import { FlinkDeployment } from './resources/flinkDeployment';
import { FlinkStateSnapshot } from './resources/flinkStateSnapshot';
import { snapshotsOf } from './snapshots';

const metadata = { namespace: 'data', labels: {}, annotations: {} };

function deployment(
  jobStatus?: NonNullable<FlinkDeployment['status']>['jobStatus'],
): FlinkDeployment {
  return {
    kind: 'FlinkDeployment',
    metadata: { ...metadata, name: 'orders' },
    spec: {},
    status: { jobStatus },
  };
}

function snapshot(
  name: string,
  more: Partial<FlinkStateSnapshot> & {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  } = {},
): FlinkStateSnapshot {
  const { labels = {}, annotations = {}, ...rest } = more;
  return {
    kind: 'FlinkStateSnapshot',
    metadata: {
      ...metadata,
      name,
      labels,
      annotations,
      creationTimestamp: '2026-11-23T08:18:12Z',
    },
    spec: { savepoint: {} },
    ...rest,
  };
}

describe('snapshotsOf', () => {
  it('lists a request that no operator has taken up as pending', () => {
    const [row] = snapshotsOf({
      deployment: deployment(),
      snapshots: [
        snapshot('now', {
          annotations: { 'headworks.dev/requested-by': 'user:default/ada' },
        }),
      ],
    });
    expect(row).toMatchObject({
      state: 'pending',
      origin: 'user',
      requestedBy: 'user:default/ada',
      type: 'savepoint',
      source: 'resource',
    });
  });

  it('says how long one took, and its format', () => {
    const [named, listed] = snapshotsOf({
      deployment: deployment({
        savepointInfo: {
          lastSavepoint: {
            location: 's3://a/savepoint-1',
            formatType: 'NATIVE',
          },
        },
      }),
      snapshots: [
        snapshot('one', {
          spec: { savepoint: { formatType: 'CANONICAL' } },
          status: {
            state: 'COMPLETED',
            path: 's3://a/savepoint-2',
            triggerTimestamp: '2026-11-23T08:18:13.500Z',
            resultTimestamp: '2026-11-23T08:18:17Z',
          },
        }),
      ],
    });
    expect(named).toMatchObject({ took: 3_500, format: 'canonical' });
    expect(listed).toMatchObject({ format: 'native' });
    expect(listed.took).toBeUndefined();
  });

  it.each([
    ['MANUAL', 'user'],
    ['UPGRADE', 'upgrade'],
    ['PERIODIC', 'periodic'],
    ['SOMETHING_NEW', 'unknown'],
  ])('calls the origin of a %s snapshot %s', (trigger, origin) => {
    const [row] = snapshotsOf({
      deployment: deployment(),
      snapshots: [
        snapshot('one', { labels: { 'snapshot.trigger-type': trigger } }),
      ],
    });
    expect(row.origin).toBe(origin);
  });

  it('shows the error of one that failed', () => {
    const [row] = snapshotsOf({
      deployment: deployment(),
      snapshots: [
        snapshot('bad', {
          status: { state: 'FAILED', error: 'no space', failures: 2, path: '' },
        }),
      ],
    });
    expect(row).toMatchObject({
      state: 'failed',
      error: 'no space',
      failures: 2,
    });
    expect(row.path).toBeUndefined();
  });

  it('adds what only the job names, and shows one path once', () => {
    const rows = snapshotsOf({
      deployment: deployment({
        upgradeSavepointPath: 's3://state/savepoint-2',
        savepointInfo: {
          savepointHistory: [
            {
              location: 's3://state/savepoint-1',
              timeStamp: Date.parse('2026-11-23T09:00:00Z'),
              triggerType: 'PERIODIC',
            },
          ],
        },
      }),
      snapshots: [
        snapshot('one', {
          status: { state: 'COMPLETED', path: 's3://state/savepoint-2' },
        }),
      ],
    });
    expect(
      rows.map(({ name, source, origin }) => [name, source, origin]),
    ).toEqual([
      ['savepoint-1', 'status', 'periodic'],
      ['one', 'resource', 'unknown'],
    ]);
  });

  it('does not call the checkpoint that a last-state upgrade started from a savepoint', () => {
    const [row] = snapshotsOf({
      deployment: deployment({
        upgradeSavepointPath: 's3://state/checkpoints/6dd9/chk-12',
      }),
      snapshots: [],
    });
    expect(row).toMatchObject({ type: 'checkpoint', origin: 'upgrade' });
  });

  it('does not list what the operator writes where there is no path', () => {
    expect(
      snapshotsOf({
        deployment: deployment({
          upgradeSavepointPath: 'KUBERNETES_OPERATOR_LAST_STATE',
        }),
        snapshots: [],
      }),
    ).toEqual([]);
  });
});
