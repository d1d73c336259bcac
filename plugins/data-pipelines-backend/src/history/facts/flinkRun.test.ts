import path from 'node:path';
import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange } from '../../collector/ObjectChange';
import { recordedChanges } from './__testUtils__/recordedChanges';
import { ProgressFact } from './Fact';
import { flinkRunFacts, flinkStatsRunFacts } from './flinkRun';

/** What the operator wrote while the portal acted, in each upgrade mode. */
const ACTIONS = path.join(
  path.dirname(
    require.resolve(
      '@headworks/backstage-plugin-data-pipelines-common/package.json',
    ),
  ),
  'src/actions/__fixtures__/flink-operator',
);

const DEPLOYMENTS = 'flinkdeployments.flink.apache.org';

describe('flinkRunFacts', () => {
  it('tells the five runs of a job that was upgraded, redeployed and removed', () => {
    const facts = recordedChanges(DEPLOYMENTS, 'orders').flatMap(flinkRunFacts);
    expect(lastOfEach(facts)).toEqual([
      '333060 stopped 08:17:45–08:19:27 from nothing',
      '9ab988 stopped 08:20:11–08:20:31 from savepoint-333060-bef8b5ecf619',
      '9de069 stopped 08:20:48–08:21:10 from savepoint-9ab988-74aa62b9ff63',
      '039a92 stopped 08:21:24–08:22:00 from savepoint-333060-0f7ebe9d4060',
    ]);
    // The fifth never ran: its savepoint does not exist.
    expect(facts.some(({ key }) => key.includes('d17852'))).toBe(false);
  });

  it('knows a job that is done from one that was stopped', () => {
    const facts = recordedChanges(DEPLOYMENTS, 'finished').flatMap(
      flinkRunFacts,
    );
    expect(lastOfEach(facts)).toEqual([
      '4879d4 finished 08:41:59–08:42:28 from nothing',
    ]);
  });

  it('gives a run one key, whoever sees which of its changes', () => {
    const changes = recordedChanges(DEPLOYMENTS, 'orders');
    const all = new Set(changes.flatMap(flinkRunFacts).map(({ key }) => key));
    const late = changes
      .filter((_, i) => i % 3 === 0)
      .map(change => ({ ...change, before: undefined }))
      .flatMap(flinkRunFacts);
    expect(late.length).toBeGreaterThan(0);
    for (const { key } of late) expect(all).toContain(key);
  });

  it('tells runs with the same id apart, and that one with its last state has stopped', () => {
    const files = ['restart', 'suspend', 'resume'].map(action =>
      path.join(ACTIONS, `last-state_${action}.ndjson`),
    );
    const changes = recordedChanges(DEPLOYMENTS, 'clickstream', files);
    const facts = changes.flatMap(flinkRunFacts);
    expect(lastOfEach(facts)).toEqual([
      'ee320b stopped 09:40:41–09:41:51 from savepoint-81679c-c0a74043d903',
      'ee320b stopped 09:42:12–09:43:29 from nothing',
      'ee320b running 09:43:58– from nothing',
    ]);
  });

  it('tells a run from the one after a JobManager was lost', () => {
    const { after, ...change } = recordedChanges(DEPLOYMENTS, 'orders').find(
      one => one.after?.status?.jobStatus?.state === 'RUNNING',
    )!;
    const { startTime, ...jobStatus } = after!.status!.jobStatus!;
    const as = (state: 'RECONCILING' | 'RUNNING', later: number) => ({
      ...after!,
      status: {
        ...after!.status,
        jobStatus: {
          ...jobStatus,
          ...{ state, startTime: `${Number(startTime) + later}` },
        },
      },
    });
    const lost = as('RECONCILING', 0);
    expect(flinkRunFacts({ ...change, before: after, after: lost })).toEqual(
      [],
    );
    const facts = flinkRunFacts({
      ...change,
      before: lost,
      after: as('RUNNING', 60_000),
    });
    expect(lastOfEach(facts)).toEqual([
      expect.stringMatching(/^333060 stopped 08:17:45–/),
      expect.stringMatching(/^333060 running 08:18:45–/),
    ]);
  });

  it('ends when the object is gone', () => {
    const running = recordedChanges(DEPLOYMENTS, 'orders').find(
      ({ after }) => after?.status?.jobStatus?.state === 'RUNNING',
    )!;
    const at = '2026-11-23T09:00:00.000Z';
    expect(
      flinkRunFacts({
        ...running,
        before: running.after,
        after: undefined,
        at,
      }),
    ).toEqual([
      expect.objectContaining({
        at,
        open: false,
        detail: expect.objectContaining({ state: 'stopped', endedAt: at }),
      }),
    ]);
  });
});

const SOON = '2026-11-23T08:59:55.000Z';
const SAVED: FlinkStats['checkpoints'] = {
  completed: 1,
  failed: 0,
  inProgress: 0,
  failedInARow: 0,
  latestSavepoint: { at: SOON, size: 1, path: 's3://state/savepoint-1' },
};

describe('flinkStatsRunFacts', () => {
  it('tells the run of a job that no operator watches', () => {
    const change: FlinkStatsChange = {
      cluster: 'lab',
      resource: 'statefulsets.apps',
      namespace: 'data',
      name: 'orders-jobmanager',
      at: '2026-11-23T09:00:00.000Z',
      after: {
        at: '2026-11-23T09:00:00.000Z',
        jobId: '333060',
        startedAt: '2026-11-23T08:00:00.000Z',
      },
    };
    expect(flinkStatsRunFacts(change)).toEqual([
      expect.objectContaining({
        key: '333060',
        at: '2026-11-23T08:00:00.000Z',
        open: true,
      }),
    ]);
    expect(
      flinkStatsRunFacts({
        ...change,
        resource: 'flinkdeployments.flink.apache.org',
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<FlinkStats>, string[]]>([
    ['failed', { ended: { state: 'FAILED', at: SOON } }, ['failed']],
    ['was cancelled', { ended: { state: 'CANCELED', at: SOON } }, ['stopped']],
    [
      'was stopped with a savepoint',
      { ended: { state: 'FINISHED', at: SOON }, checkpoints: SAVED },
      ['stopped'],
    ],
    // Its savepoint may still be told.
    ['has just finished', { ended: { state: 'FINISHED', at: SOON } }, []],
    [
      'finished a while ago',
      { ended: { state: 'FINISHED', at: '2026-11-23T08:30:00.000Z' } },
      ['finished'],
    ],
  ])('tells the end of one that %s', (_, more, states) => {
    const facts = flinkStatsRunFacts({
      cluster: 'lab',
      resource: 'statefulsets.apps',
      namespace: 'data',
      name: 'orders-jobmanager',
      at: '2026-11-23T09:00:00.000Z',
      after: {
        at: '2026-11-23T09:00:00.000Z',
        jobId: '333060',
        startedAt: '2026-11-23T08:00:00.000Z',
        ...more,
      },
    });
    expect(facts.map(({ detail, open }) => [detail.state, open])).toEqual(
      states.map(state => [state, false]),
    );
  });
});

/** As the store keeps them: the furthest, with what was known at the begin. */
function lastOfEach(facts: Array<ProgressFact<'run'>>): string[] {
  const runs = new Map<string, ProgressFact<'run'>>();
  for (const fact of facts) {
    const known = runs.get(fact.key);
    if (known && known.rank >= fact.rank) continue;
    const { startedFrom = known?.detail.startedFrom } = fact.detail;
    runs.set(fact.key, { ...fact, detail: { ...fact.detail, startedFrom } });
  }
  return [...runs.values()].map(({ detail }) => {
    const { run, state, startedAt, endedAt, startedFrom } = detail;
    const clock = (time = '') => time.slice(11, 19);
    return `${run.slice(0, 6)} ${state} ${clock(startedAt)}–${clock(
      endedAt,
    )} from ${startedFrom?.split('/').at(-1) ?? 'nothing'}`;
  });
}
