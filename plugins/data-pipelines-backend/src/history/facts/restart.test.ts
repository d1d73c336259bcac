import { recordedChanges } from './__testUtils__/recordedChanges';
import { containerRestartFacts, flinkRestartFacts } from './restart';

describe('containerRestartFacts', () => {
  it('counts a crash loop up in one fact', () => {
    const facts = recordedChanges('pods', 'no-class').flatMap(
      containerRestartFacts,
    );
    expect(new Set(facts.map(({ key }) => key)).size).toBe(1);
    expect(facts.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(facts.at(-1)).toMatchObject({
      at: '2026-11-23T08:26:44Z',
      detail: {
        what: 'Container flink-main-container of pod no-class-84b944f64f-z2pkm',
        count: 4,
        message: 'It ended with exit code 1',
      },
    });
  });

  it('tells of what it missed when it sees the pod first', () => {
    const changes = recordedChanges('pods', 'no-class');
    const last = changes.filter(({ after }) => after).at(-1)!;
    const facts = containerRestartFacts({ ...last, before: undefined });
    expect(facts.map(({ rank }) => rank)).toEqual([4]);
    expect(containerRestartFacts({ ...last, before: last.after })).toEqual([]);
  });

  it('says when a container used too much memory', () => {
    const [change] = recordedChanges('pods', 'no-class');
    const [{ detail }] = containerRestartFacts({
      ...change,
      after: {
        ...change.after!,
        status: {
          containerStatuses: [
            {
              name: 'main',
              restartCount: 1,
              lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
            },
          ],
        },
      },
    });
    expect(detail.message).toBe(
      'It used more memory than its limit allows (OOMKilled)',
    );
  });
});

describe('flinkRestartFacts', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const of = (restarts: number, before?: { jobId: string; restarts: number }) =>
    flinkRestartFacts({
      cluster: 'lab',
      resource: 'flinkdeployments.flink.apache.org',
      namespace: 'data',
      name: 'orders',
      at,
      before: before && { ...before, at },
      after: {
        at,
        jobId: 'a',
        restarts,
        exception: { at, message: 'No resource available' },
      },
    });

  it('counts what Flink restarted by itself, since this job began', () => {
    expect(of(0)).toEqual([]);
    expect(of(2, { jobId: 'a', restarts: 2 })).toEqual([]);
    expect(of(1, { jobId: 'b', restarts: 7 })).toEqual([
      expect.objectContaining({
        rank: 1,
        detail: expect.objectContaining({ message: 'No resource available' }),
      }),
    ]);
  });
});
