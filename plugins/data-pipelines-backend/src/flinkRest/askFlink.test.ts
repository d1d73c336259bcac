import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';
import { NoAnswer } from '../serviceProxy/NoAnswer';
import { askFlink } from './askFlink';
import { FlinkReads } from './flinkReads';
import { FlinkJob } from './readJobs';

const NOW = new Date('2026-11-28T12:00:00Z');
const SET = {
  resource: 'statefulsets.apps',
  namespace: 'data',
  name: 'orders-jobmanager',
} as const;
const ENDED: FlinkJob = {
  id: 'a',
  state: 'FAILED',
  startedAt: '2026-11-28T10:00:00Z',
  endedAt: '2026-11-28T11:58:00Z',
};
const OFF = 'Checkpointing has not been enabled';
const EXCEPTION = { at: '2026-11-28T11:58:00Z', message: 'out of luck' };

/** A Flink without an operator that knows these jobs. */
function ask(jobs: FlinkJob[], before?: FlinkStats) {
  const asked: string[] = [];
  const answers: Partial<Record<keyof FlinkReads, unknown>> = {
    jobs,
    exception: EXCEPTION,
    restarts: 0,
  };
  const said = askFlink(
    {
      proxy: {
        read: async (_, name) => {
          asked.push(name);
          if (/^checkpoint/.test(name)) throw new NoAnswer('error', OFF, 404);
          return answers[name] as never;
        },
      },
      service: { cluster: 'east', namespace: 'data', name: 'o', port: 8081 },
      signal: new AbortController().signal,
      now: NOW,
    },
    SET,
    before,
  );
  return said.then(stats => ({ stats, asked }));
}

describe('askFlink, of a job without an operator', () => {
  it('prefers the job that runs', async () => {
    const running = { id: 'b', state: 'RUNNING', startedAt: ENDED.startedAt };
    const { stats } = await ask([ENDED, running]);
    expect(stats).toEqual({
      jobId: 'b',
      startedAt: ENDED.startedAt,
      restarts: 0,
    });
  });

  it('tells how one ended, and asks no more when that cannot change', async () => {
    const { stats } = await ask([ENDED]);
    expect(stats).toMatchObject({
      jobId: 'a',
      ended: { state: 'FAILED', at: ENDED.endedAt },
      exception: EXCEPTION,
    });
    const told = { ...stats, at: '2026-11-28T11:59:30Z', freshFor: 90 };
    const again = await ask([ENDED], told);
    expect(again).toEqual({ stats, asked: ['jobs'] });
    // Flink repeats for some seconds what it said before the end.
    const early = await ask([ENDED], { ...told, at: '2026-11-28T11:58:01Z' });
    expect(early.asked).toContain('exception');
  });

  it.each([
    ['FINISHED', '2026-11-28T11:59:57Z', undefined],
    ['FINISHED', '2026-11-28T11:59:50Z', 'FINISHED'],
    // Nothing that is told of it could be of before.
    ['FAILED', '2026-11-28T11:59:57Z', 'FAILED'],
  ])(
    'says of one that is %s since %s: %s',
    async (state, endedAt, expected) => {
      const { stats } = await ask([{ ...ENDED, state, endedAt }]);
      expect(stats?.ended?.state).toBe(expected);
    },
  );

  it('remembers since when there is none', async () => {
    const { stats } = await ask([]);
    expect(stats).toEqual({ joblessSince: NOW.toISOString() });
    const joblessSince = '2026-11-28T11:00:00.000Z';
    const again = await ask([], { at: joblessSince, joblessSince });
    expect(again.stats).toEqual({ joblessSince });
    const running = { id: 'b', state: 'RUNNING' };
    const found = await ask([running], { at: joblessSince, joblessSince });
    expect(found.stats).not.toHaveProperty('joblessSince');
  });
});
