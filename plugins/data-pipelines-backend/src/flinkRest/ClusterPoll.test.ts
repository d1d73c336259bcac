import { ObjectIndex } from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange } from '../collector/ObjectChange';
import { NoAnswer } from '../serviceProxy/NoAnswer';
import { ClusterPoll, Outcome } from './ClusterPoll';
import { FlinkTarget } from './flinkTargets';
import { FlinkReads } from './flinkReads';

const JOB_ID = '98ef5b6c87ccd066a8a7dfd1290e9288';
const EVERY = 30_000;
const RESOURCE = 'flinkdeployments.flink.apache.org';

function targetOf(name: string): FlinkTarget {
  const job = { resource: RESOURCE, namespace: 'data', name } as const;
  return {
    namespace: 'data',
    service: `${name}-rest`,
    isOurs: true,
    jobs: [{ ...job, jobId: JOB_ID }],
  };
}

const ANSWERS: { [N in keyof FlinkReads]: ReturnType<FlinkReads[N]['parse']> } =
  {
    jobs: [],
    checkpoints: { completed: 3, failed: 0, inProgress: 0, failedInARow: 0 },
    checkpointHistory: { checkpoints: [] },
    checkpointInterval: 1_000,
    checkpointSteps: {},
    checkpointStep: {},
    restarts: 0,
    savepoint: { state: 'waiting' },
    exception: undefined,
    graph: [],
    failures: [],
    vertexMetrics: {},
    watermark: undefined,
    lagMetrics: [],
    lag: undefined,
  };

describe('ClusterPoll', () => {
  let index: ObjectIndex;
  let poll: ClusterPoll;
  let asked: string[];
  let atOnce: number;
  let most: number;
  let changes: FlinkStatsChange[];
  let outcomes: Outcome[];
  /** What a Service does before it answers. */
  let before: (service: string) => Promise<void>;

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-28T12:00:00Z') });
    [index, asked, changes, outcomes] = [new ObjectIndex(), [], [], []];
    [atOnce, most] = [0, 0];
    before = async () => {};
    poll = new ClusterPoll({
      cluster: 'east',
      proxy: {
        read: async (service, name) => {
          asked.push(`${service.name} ${name}`);
          most = Math.max(most, ++atOnce);
          try {
            await before(service.name);
          } finally {
            atOnce--;
          }
          return ANSWERS[name] as never;
        },
      },
      pace: { turn: async () => {} },
      every: EVERY,
      now: () => new Date(),
      onChanges: some => changes.push(...some),
      onOutcome: outcome => outcomes.push(outcome),
    });
  });

  afterEach(() => {
    poll.stop();
    jest.useRealTimers();
  });

  async function pass(seconds: number, targets: FlinkTarget[]) {
    for (let i = 0; i < seconds; i++) {
      poll.tick(targets, index);
      await jest.advanceTimersByTimeAsync(1_000);
    }
  }

  const stats = (name: string) => index.flinkStats(RESOURCE, 'data', name);
  const rounds = (name: string) =>
    asked.filter(one => one === `${name}-rest restarts`).length;

  it('asks soon, then once in each round, and only for what may change', async () => {
    await pass(6, [targetOf('orders')]);
    expect(asked).toEqual([
      'orders-rest restarts',
      'orders-rest checkpoints',
      'orders-rest checkpointInterval',
    ]);
    expect(stats('orders')).toMatchObject({
      jobId: JOB_ID,
      freshFor: 90,
      restarts: 0,
      checkpoints: { completed: 3, interval: 1_000 },
    });
    await pass(120, [targetOf('orders')]);
    expect(rounds('orders')).toBeGreaterThanOrEqual(4);
    expect(rounds('orders')).toBeLessThanOrEqual(5);
    expect(asked.filter(one => /Interval/.test(one))).toHaveLength(1);
    expect(poll.view()).toMatchObject({ jobs: 1, answering: 1, unanswered: 0 });
  });

  it('spreads many over a round that is longer, five a second', async () => {
    const many = Array.from({ length: 300 }, (_, i) => targetOf(`job-${i}`));
    const inEachSecond: number[] = [];
    for (let i = 0; i < 120; i++) {
      const had = asked.length;
      await pass(1, many);
      inEachSecond.push(asked.length - had);
    }
    // Two or three requests each: 10 to 15 a second, if perfectly even.
    expect(Math.max(...inEachSecond)).toBeLessThan(40);
    expect(rounds('job-7')).toBeGreaterThanOrEqual(1);
    expect(rounds('job-7')).toBeLessThanOrEqual(3);
    expect(stats('job-7')?.freshFor).toBe(180);
    // Nor all of a second at its beginning.
    const had = asked.length;
    poll.tick(many, index);
    await jest.advanceTimersByTimeAsync(190);
    expect(asked.length - had).toBeLessThanOrEqual(6);
    // One more is not kept waiting for them, but for those of its second.
    await pass(7, [...many, targetOf('orders')]);
    expect(rounds('orders')).toBe(1);
  });

  it('takes its part of ten a second where other clusters have more', async () => {
    const few = ['a', 'b', 'c'].map(targetOf);
    for (let i = 0; i < 600; i++) {
      poll.tick(few, index, 2_000);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(rounds('a')).toBeGreaterThanOrEqual(3);
    expect(rounds('a')).toBeLessThanOrEqual(5);
    expect(stats('a')?.freshFor).toBe(600);
  });

  it('asks ten at once and no more; those that are silent keep no one waiting', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `silent-${i}`);
    before = service =>
      service.startsWith('silent')
        ? new Promise((_, reject) => {
            const error = new NoAnswer('silent', 'no answer');
            setTimeout(() => reject(error), 5_000);
          })
        : Promise.resolve();
    const targets = [...names, 'orders'].map(targetOf);
    await pass(40, targets);
    expect(most).toBe(10);
    const had = rounds('orders');
    expect(had).toBeGreaterThan(0);
    await pass(300, targets);
    expect(rounds('orders') - had).toBeGreaterThanOrEqual(9);
    // Each of them is asked less and less often.
    expect(rounds('silent-3')).toBeLessThan(8);
    expect(stats('silent-3')?.error).toMatch(/apiServerCidrs/);
    expect(poll.view().answering).toBe(1);
  });

  it('forgives one answer that does not come, and not two', async () => {
    const targets = [targetOf('orders')];
    await pass(6, targets);
    const known = stats('orders');
    before = async () => {
      throw new NoAnswer('refused', 'connection refused');
    };
    const failed = () => outcomes.filter(one => one.unanswered === 'refused');
    while (failed().length < 1) await pass(1, targets);
    expect(stats('orders')).toBe(known);
    while (failed().length < 2) await pass(1, targets);
    expect(stats('orders')).toMatchObject({
      checkpoints: known?.checkpoints,
      error: expect.stringContaining('does not take connections'),
    });
    before = async () => {};
    // Two rounds at the longest, and a quarter of them for chance.
    await pass(80, targets);
    expect(stats('orders')?.error).toBeUndefined();
  });

  it('forgets a job that does not run any more, and says so', async () => {
    await pass(6, [targetOf('orders')]);
    await pass(1, []);
    expect(stats('orders')).toBeUndefined();
    expect(changes.at(-1)).toMatchObject({ name: 'orders', after: undefined });
    expect(poll.view().jobs).toBe(0);
  });

  it('asks all again soon after the cluster was away', async () => {
    await pass(6, [targetOf('orders')]);
    const had = rounds('orders');
    poll.pause();
    await pass(6, [targetOf('orders')]);
    expect(rounds('orders')).toBeGreaterThan(had);
  });

  it('survives what is no answer at all', async () => {
    before = async () => {
      throw new TypeError('of somebody else');
    };
    await pass(6, [targetOf('orders')]);
    expect(stats('orders')?.error).toMatch(/cannot be asked/);
  });
});
