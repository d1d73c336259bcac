import {
  FlinkDeployment,
  FlinkStats,
  KeptStart,
  startViews,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange } from '../../collector/ObjectChange';
import { recordedChanges } from './__testUtils__/recordedChanges';
import { StartFact } from './Fact';
import { flinkStartFacts, flinkStatsStartFacts } from './flinkStart';

const DEPLOYMENTS = 'flinkdeployments.flink.apache.org';

describe('flinkStartFacts', () => {
  it('tells the starts of a job that was suspended, upgraded and restored', () => {
    const facts = recordedChanges(DEPLOYMENTS, 'orders').flatMap(
      flinkStartFacts,
    );
    expect(startViews(asKept(facts)).map(line)).toEqual([
      '08:21:24 restore from savepoint savepoint-333060-0f7ebe9d4060',
      '08:20:48 upgrade from savepoint savepoint-9ab988-74aa62b9ff63',
      '08:20:11 resume from savepoint savepoint-333060-bef8b5ecf619',
      '08:17:45 first from nothing -',
    ]);
  });

  it('does not take what a job stopped with for what it started from', () => {
    const ending = recordedChanges(DEPLOYMENTS, 'orders').filter(
      ({ after }) => after?.status?.jobStatus?.state === 'FINISHED',
    );
    expect(ending.length).toBeGreaterThan(0);
    expect(ending.flatMap(flinkStartFacts)).toEqual([]);
  });

  it('gives a start one key, whoever sees which of its changes', () => {
    const changes = recordedChanges(DEPLOYMENTS, 'orders');
    const all = changes.flatMap(flinkStartFacts);
    const late = changes
      .filter((_, i) => i % 3 === 0)
      .map(change => ({ ...change, before: undefined }))
      .flatMap(flinkStartFacts);
    expect(late.length).toBeGreaterThan(0);
    for (const { key, at } of late) {
      expect(all).toContainEqual(expect.objectContaining({ key, at }));
    }
  });
});

describe('flinkStatsStartFacts', () => {
  const object = recordedChanges(DEPLOYMENTS, 'orders').find(
    ({ after }) => after?.status?.jobStatus?.state === 'RUNNING',
  )!.after as FlinkDeployment;
  const [seen] = flinkStartFacts({
    cluster: 'lab',
    resource: DEPLOYMENTS,
    after: object,
    at: '2026-11-23T09:00:00.000Z',
  });
  const stats: FlinkStats = {
    at: '2026-11-23T09:00:00.000Z',
    jobId: seen.detail.run,
    startedAt: seen.at,
    restarts: 0,
    checkpoints: {
      completed: 0,
      failed: 0,
      inProgress: 0,
      failedInARow: 0,
      restores: 0,
    },
  };
  const latest = (at: string) => ({
    ...stats,
    checkpoints: {
      ...stats.checkpoints!,
      latestCompleted: { id: 1, at, took: 1, size: 1, path: 'file:/c/chk-1' },
    },
  });
  const change = (
    before: FlinkStats | undefined,
    after: FlinkStats | undefined,
  ): FlinkStatsChange => ({
    cluster: 'lab',
    resource: DEPLOYMENTS,
    namespace: 'flink',
    name: 'orders',
    at: '2026-11-23T09:00:00.000Z',
    before,
    after,
  });
  const facts = (...of: Parameters<typeof change>) =>
    flinkStatsStartFacts(change(...of), object);

  it('adds what Flink says to what the object says', () => {
    const [fact] = facts(undefined, stats);
    expect(fact).toMatchObject({
      key: seen.key,
      detail: { ...seen.detail, flink: { nothing: true } },
    });
    expect(fact.rank).toBeGreaterThan(seen.rank);
  });

  it('takes the word of Flink that comes after the first checkpoint', () => {
    const kept = latest('2026-11-23T09:10:00.000Z');
    const mute = {
      ...kept,
      checkpoints: { ...kept.checkpoints, restores: undefined },
    };
    const [early] = facts(undefined, mute);
    expect(early.detail).not.toHaveProperty('flink');
    const [late] = facts(mute, kept);
    expect(late.detail.flink).toEqual({ nothing: true });
    expect(late.rank).toBeGreaterThan(early.rank);
  });

  it('says once that state is kept, and in the end what was kept last', () => {
    const early = latest('2026-11-23T09:10:00.000Z');
    const late = latest('2026-11-23T09:50:00.000Z');
    const [told] = facts(stats, early);
    expect(told.detail.kept).toEqual({ at: '2026-11-23T09:10:00.000Z' });
    expect(facts(early, late)).toEqual([]);
    const [ended] = facts(late, undefined);
    expect(ended).toMatchObject({
      key: seen.key,
      detail: {
        kept: { at: '2026-11-23T09:50:00.000Z', path: 'file:/c/chk-1' },
      },
    });
    expect(ended.rank).toBeGreaterThan(told.rank);
  });
});

/** As the store keeps them: what is known first stays until more is known. */
function asKept(facts: readonly StartFact[]): KeptStart[] {
  const kept = new Map<string, KeptStart>();
  for (const { key, detail } of facts) {
    if (!kept.has(key)) kept.set(key, { id: key, ...detail });
  }
  return [...kept.values()].sort((a, b) => b.at.localeCompare(a.at));
}

function line({ at, why, from, path }: ReturnType<typeof startViews>[number]) {
  return `${at.slice(11, 19)} ${why} from ${from} ${
    path?.split('/').at(-1) ?? '-'
  }`;
}
