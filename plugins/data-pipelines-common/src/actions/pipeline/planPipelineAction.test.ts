import { momentOf, runningJob, SUSPENDED } from '../__testUtils__/moment';
import {
  application,
  schedule,
  sparkMoment,
} from '../__testUtils__/sparkMoment';
import { LiveFlinkJob } from '../flink/LiveFlinkJob';
import { FlowJob } from './PipelineAction';
import { planPipelineAction, stepsOfPlan } from './planPipelineAction';

type Status = NonNullable<LiveFlinkJob['status']>;

/** A job with a status that its operator has brought up to date. */
function flink(
  name: string,
  after: string[] = [],
  change: Parameters<typeof runningJob>[0] & { status?: Partial<Status> } = {},
): FlowJob & { now: ReturnType<typeof momentOf> } {
  const job = runningJob(change);
  return {
    name,
    after,
    now: momentOf({
      ...job,
      metadata: { ...job.metadata, name: `web-${name}` },
      status: { ...job.status, observedGeneration: 7, ...change.status },
    }),
  };
}

const suspended = (name: string, after: string[] = []) =>
  flink(name, after, { ...SUSPENDED, status: { lifecycleState: 'SUSPENDED' } });

const spark = (
  name: string,
  job: Parameters<typeof sparkMoment>[0],
  after: string[] = [],
): FlowJob => ({ name, after, now: sparkMoment(job) });

const steps = (plan: ReturnType<typeof planPipelineAction>) =>
  stepsOfPlan(plan).map(
    step => `${step.job} ${step.do === 'wait' ? step.until : step.do}`,
  );

const flow = [
  flink('alerting', ['sessionize']),
  flink('sessionize'),
  spark('report', schedule(), ['alerting']),
];

describe('planPipelineAction', () => {
  describe('stops', () => {
    it('who writes before who reads, each with its savepoint', () => {
      const plan = planPipelineAction({ action: 'stop' }, flow);
      expect(plan.refusal).toBeUndefined();
      expect(steps(plan)).toEqual([
        'sessionize savepoint-possible',
        'sessionize patch',
        'sessionize job-suspended',
        'alerting savepoint-possible',
        'alerting patch',
        'alerting job-suspended',
        'report patch',
      ]);
      expect(plan.turns[0].plan?.effects[0]).toBe(
        'The operator takes a savepoint and stops the job with it.',
      );
      expect(plan.turns.map(({ values }) => values[0].path[0])).toEqual([
        'flink',
        'flink',
        'spark',
      ]);
      expect(plan.notes[0]).toContain('at no time does one write what nobody');
    });

    it('passes over what has stopped or ended', () => {
      const plan = planPipelineAction({ action: 'stop' }, [
        suspended('a'),
        flink('b', ['a'], {
          jobStatus: { state: 'FINISHED' },
        }),
        spark('c', application('COMPLETED')),
        spark('d', application('SUSPENDED', { suspend: true })),
        spark('e', schedule({ suspend: true })),
        flink('f', [], {
          job: { state: 'suspended', upgradeMode: 'savepoint' },
          status: { lifecycleState: 'CREATED' },
        }),
      ]);
      expect(plan.refusal).toBeUndefined();
      expect(steps(plan)).toEqual([]);
      expect(
        Object.fromEntries(plan.turns.map(one => [one.job, one.already])),
      ).toEqual({
        a: 'It is suspended already.',
        b: 'It has finished.',
        c: 'It has ended.',
        d: 'It is suspended already.',
        e: 'Its schedule is suspended already.',
        f: 'It is suspended already.',
      });
    });

    it('waits for what was told to stop before', () => {
      const plan = planPipelineAction({ action: 'stop' }, [
        flink('a', [], { ...SUSPENDED }),
        flink('b', ['a']),
        spark('c', application('SUSPENDING', { suspend: true })),
      ]);
      expect(steps(plan)).toEqual([
        'a job-suspended',
        'b savepoint-possible',
        'b patch',
        'b job-suspended',
        'c application-suspended',
      ]);
    });

    it('has said, job by job, what it does otherwise than with a savepoint', () => {
      const plan = planPipelineAction({ action: 'stop' }, [
        flink('a', [], { jobStatus: { state: 'RESTARTING' } }),
        spark('b', application('RUNNING')),
      ]);
      expect(
        plan.turns.map(one => one.plan?.traps.map(({ id }) => id)),
      ).toEqual([['checkpoint-instead'], ['starts-over']]);
      // It is agreed to that it does not run.
      expect(steps(plan)[0]).toBe('a patch');
    });

    it('needs no job that runs where the last checkpoint is what is kept', () => {
      const job = flink('a', [], { job: { upgradeMode: 'last-state' } });
      expect(steps(planPipelineAction({ action: 'stop' }, [job]))).toEqual([
        'a patch',
        'a job-suspended',
      ]);
    });
  });

  describe('starts', () => {
    it('who reads before who writes, from where each stopped', () => {
      const plan = planPipelineAction({ action: 'start' }, [
        suspended('alerting', ['sessionize']),
        suspended('sessionize'),
        spark('report', schedule({ suspend: true }), ['alerting']),
      ]);
      expect(steps(plan)).toEqual([
        'report patch',
        'alerting patch',
        'alerting job-running',
        'sessionize patch',
        'sessionize job-running',
      ]);
      expect(plan.turns[1].plan?.startsFrom).toMatchObject({
        kind: 'savepoint',
        path: SUSPENDED.jobStatus.upgradeSavepointPath,
      });
    });

    it('passes over what runs or has ended, and waits for what was told', () => {
      const plan = planPipelineAction({ action: 'start' }, [
        flink('a'),
        flink('b', [], { jobStatus: { state: 'FINISHED' } }),
        flink('c', [], { status: { lifecycleState: 'ROLLED_BACK' } }),
        flink('d', [], { status: { observedGeneration: 6 } }),
        spark('e', application('RUNNING')),
        spark('f', application('COMPLETED')),
        spark('g', application('SUBMITTED')),
        spark('h', schedule()),
        // Resumed a moment ago: what stands there is of before.
        flink('i', [], {
          jobStatus: { state: 'FINISHED' },
          status: { lifecycleState: 'SUSPENDED', observedGeneration: 6 },
        }),
      ]);
      expect(plan.refusal).toBeUndefined();
      expect(steps(plan).sort()).toEqual([
        'd job-running',
        'g application-running',
        'i job-running',
      ]);
    });

    it('asks to know it where one starts empty', () => {
      const [turn] = planPipelineAction({ action: 'start' }, [
        flink('a', [], {
          job: { state: 'suspended', upgradeMode: 'stateless' },
          status: { lifecycleState: 'SUSPENDED' },
        }),
      ]).turns;
      expect(turn.plan?.traps).toMatchObject([
        { id: 'starts-empty', weight: 'acknowledge' },
      ]);
    });

    it.each<[string, FlowJob, string]>([
      ['still stops', flink('b', [], { ...SUSPENDED }), 'still stopping'],
      [
        'still stops, of Spark',
        spark('b', application('SUSPENDING', { suspend: true })),
        'still stopping',
      ],
      [
        'its operator gave up',
        flink('b', [], { status: { lifecycleState: 'FAILED' } }),
        'gave up',
      ],
    ])('refuses where a job %s', (_, job, words) => {
      const plan = planPipelineAction({ action: 'start' }, [
        suspended('a'),
        job,
      ]);
      expect(plan.refusal?.sentence).toMatch(/^b: /);
      expect(plan.refusal?.sentence).toContain(words);
      expect(steps(plan)).toEqual([]);
    });
  });

  describe('refuses the whole', () => {
    it.each<[string, FlowJob, string, string]>([
      [
        'is stateless',
        flink('b', ['a'], { job: { upgradeMode: 'stateless' } }),
        'its state is lost',
        'Set upgrade: savepoint',
      ],
      [
        'is not there',
        {
          name: 'b',
          after: [],
          now: { sentence: 'It is not installed.', remedy: 'Install it.' },
        },
        'It is not installed.',
        'Install it.',
      ],
    ])('where a job %s', (_, job, words, remedy) => {
      const plan = planPipelineAction({ action: 'stop' }, [flink('a'), job]);
      expect(plan.refusal?.sentence).toContain(`b: `);
      expect(plan.refusal?.sentence).toContain(words);
      expect(plan.refusal?.remedy).toContain(remedy);
      expect(stepsOfPlan(plan)).toEqual([]);
      // What the others would do can still be read.
      expect(plan.turns[0].plan?.effects).not.toEqual([]);
    });

    it('where Argo CD keeps one as Git has it, with what to change there', () => {
      const b = flink('b');
      const { job } = b.now;
      const labels = { 'argocd.argoproj.io/instance': 'web-prod' };
      const plan = planPipelineAction({ action: 'stop' }, [
        flink('a'),
        {
          ...b,
          now: momentOf({ ...job, metadata: { ...job.metadata, labels } }),
        },
      ]);
      expect(plan.refusal?.sentence).toContain(
        "b: Argo CD's application web-prod",
      );
      expect(plan.turns[1].values).toEqual([
        { path: ['flink', 'jobs', 'b', 'suspended'], value: true },
      ]);
    });

    it('where there are no jobs', () => {
      expect(
        planPipelineAction({ action: 'stop' }, []).refusal?.sentence,
      ).toContain('no jobs');
    });
  });

  it('says where the dataflow gives no order', () => {
    const plan = planPipelineAction({ action: 'stop' }, [
      flink('b', ['a']),
      flink('a', ['b']),
    ]);
    expect(plan.notes.at(-1)).toContain('None of a, b comes first');
  });
});
