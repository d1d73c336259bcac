import {
  application,
  schedule,
  sparkMoment,
} from '../__testUtils__/sparkMoment';
import { kubectlOf } from '../kubectl';
import { ActionPlan } from '../plan';
import { planJobAction, valuesOfAction } from '../planJobAction';
import { SparkMoment } from './SparkMoment';
import { SparkActionName } from './SparkAction';

function plan(
  action: SparkActionName,
  job: SparkMoment['job'],
  runs?: string[],
): ActionPlan {
  return planJobAction({ action }, sparkMoment(job, runs));
}

const traps = ({ traps: all }: ActionPlan) =>
  all.map(({ id, weight }) => `${weight} ${id}`);

const sentenceOf = ({ refusal }: ActionPlan) =>
  refusal && `${refusal.sentence} ${refusal.remedy}`;

describe('of an application', () => {
  it.each([
    'SUBMITTED',
    'RUNNING',
    'PENDING_RERUN',
    'FAILING',
    'SUBMISSION_FAILED',
  ] as const)('suspend deletes the driver of one that is %s', state => {
    const made = plan('suspend', application(state));
    expect(made.steps).toEqual([
      {
        do: 'patch',
        target: expect.objectContaining({ name: 'reporting-backfill' }),
        patch: {
          metadata: {
            annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
          },
          spec: { suspend: true },
        },
        generation: 3,
      },
      expect.objectContaining({ do: 'wait', until: 'application-suspended' }),
    ]);
    expect(traps(made)).toEqual(['acknowledge starts-over']);
    expect(made.cannotUndo).toHaveLength(2);
  });

  it('resume is a new attempt', () => {
    const made = plan('resume', application('SUSPENDED', { suspend: true }));
    expect(made.effects[0]).toContain('not a continuation');
    expect(made.steps.map(step => step.do)).toEqual(['patch', 'wait']);
  });

  it('run makes another one of what has ended, and deletes nothing', () => {
    const made = plan('run', application('FAILED', { suspend: true }));
    expect(made.steps[0]).toEqual({
      do: 'copy',
      source: expect.objectContaining({ name: 'reporting-backfill' }),
      field: 'spec',
      without: ['suspend'],
      generation: 3,
      into: {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name: 'reporting-backfill-k1',
          namespace: 'web',
          labels: { 'headworks.dev/pipeline': 'reporting' },
          annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
        },
      },
    });
    expect(traps(made)).toEqual(['note not-of-release']);
  });

  it.each([
    ['suspend', application('COMPLETED'), /has ended.*Run it again/],
    ['suspend', application('SUSPENDED', { suspend: true }), /Resume it/],
    ['resume', application('RUNNING'), /not suspended/],
    [
      'resume',
      application('COMPLETED', { suspend: true }),
      /ended before.*Run it again/,
    ],
    ['run', application('RUNNING'), /two of it would work at once/],
    ['run', application('SUSPENDED', { suspend: true }), /Resume it/],
  ] as const)('%s is refused (%#)', (action, job, expected) => {
    const made = plan(action, job);
    expect(sentenceOf(made)).toMatch(expected);
    expect(made.steps).toEqual([]);
  });
});

describe('of a schedule', () => {
  it('run makes what the operator would make', () => {
    const made = plan('run', schedule());
    expect(made.steps[0]).toMatchObject({
      do: 'copy',
      field: 'spec.template',
      generation: 2,
      into: {
        kind: 'SparkApplication',
        metadata: {
          name: 'reporting-daily-k1',
          labels: {
            'headworks.dev/job': 'daily',
            'sparkoperator.k8s.io/scheduled-app-name': 'reporting-daily',
          },
          ownerReferences: [
            {
              apiVersion: 'sparkoperator.k8s.io/v1beta2',
              kind: 'ScheduledSparkApplication',
              name: 'reporting-daily',
              uid: 'u-1',
            },
          ],
        },
      },
    });
    expect(made.effects.at(-1)).toContain('waits for the end of this one');
  });

  it('says with kubectl how to make it', () => {
    const [command] = kubectlOf(plan('run', schedule()).steps);
    expect(command).toMatch(
      /^kubectl --namespace web get scheduledsparkapplication\.sparkoperator\.k8s\.io\/reporting-daily --output json \| jq '\{.*\} \+ \{spec: \(\.spec\.template\)\}' \| kubectl create --filename -$/,
    );
  });

  it.each([
    ['Allow', ['run-1'], ['acknowledge runs-beside']],
    ['Replace', ['run-1'], ['acknowledge runs-beside', 'note may-be-replaced']],
    ['Replace', [], ['note may-be-replaced']],
    ['Forbid', [], []],
  ] as const)('run of one that says %s (%#)', (policy, runs, expected) => {
    const made = plan('run', schedule({ concurrencyPolicy: policy }), [
      ...runs,
    ]);
    expect(traps(made)).toEqual(expected);
  });

  it('run beside another is refused where it says Forbid', () => {
    const made = plan('run', schedule(), ['run-1']);
    expect(sentenceOf(made)).toMatch(/^run-1 .*forbids two runs.*Wait/);
    expect(made.steps).toEqual([]);
  });

  it('suspend lets go on what runs', () => {
    const made = plan('suspend', schedule(), ['run-1']);
    expect(made.effects).toContain('What runs now goes on to its end: run-1.');
    expect(made.steps).toHaveLength(1);
    expect(made.cannotUndo).toEqual([]);
  });

  it('resume says that a missed run starts at once', () => {
    const made = plan('resume', schedule({ suspend: true }));
    expect(traps(made)).toEqual(['note starts-at-once']);
    expect(made.traps[0].sentence).toContain('2026-11-29T03:00:00Z');
  });

  it.each([
    ['suspend', schedule({ suspend: true }), /Resume it/],
    ['resume', schedule(), /not suspended/],
  ] as const)('%s is refused (%#)', (action, job, expected) => {
    expect(sentenceOf(plan(action, job))).toMatch(expected);
  });
});

describe('where Argo CD keeps the job as Git has it', () => {
  const ofArgo = (job: SparkMoment['job']) => ({
    ...job,
    metadata: {
      ...job.metadata,
      labels: { 'argocd.argoproj.io/instance': 'reporting-dev' },
    },
  });

  it('suspend is a change in Git', () => {
    const moment = sparkMoment(ofArgo(schedule()) as SparkMoment['job']);
    const made = planJobAction({ action: 'suspend' }, moment);
    expect(sentenceOf(made)).toMatch(/Argo CD's application reporting-dev/);
    expect(valuesOfAction({ action: 'suspend' }, 'daily', moment)).toEqual([
      { path: ['spark', 'jobs', 'daily', 'suspend'], value: true },
    ]);
  });

  it('a run is none: Git does not tell runs', () => {
    const moment = sparkMoment(ofArgo(schedule()) as SparkMoment['job']);
    const made = planJobAction({ action: 'run' }, moment);
    expect(made.refusal).toBeUndefined();
    expect(valuesOfAction({ action: 'run' }, 'daily', moment)).toEqual([]);
  });
});

it('a Spark job has no savepoints', () => {
  const made = planJobAction(
    { action: 'savepoint' },
    sparkMoment(application('RUNNING')),
  );
  expect(sentenceOf(made)).toMatch(/no savepoints/);
});
