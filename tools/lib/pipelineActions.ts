import {
  FlowJob,
  JobMoment,
  JobTurn,
  LiveFlinkJob,
  LiveSparkJob,
  PipelineActionName,
  planPipelineAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RUNS, standaloneMoment, STOPPED } from './standaloneMoment';

type Flink = {
  told?: 'running' | 'suspended';
  mode?: 'savepoint' | 'last-state' | 'stateless';
  state: string;
  lifecycle: string;
};

const COMMON = {
  cluster: 'production',
  suffix: '3',
  labels: {},
  annotations: {},
};

const SPARK = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  metadata: { name: 'web-report', namespace: 'web' },
};

const SITUATIONS: Record<string, JobMoment> = {
  'Flink, runs, `savepoint`': flink({ state: 'RUNNING', lifecycle: 'STABLE' }),
  'Flink, runs, `last-state`': flink({
    mode: 'last-state',
    state: 'RUNNING',
    lifecycle: 'STABLE',
  }),
  'Flink, runs, `stateless`': flink({
    mode: 'stateless',
    state: 'RUNNING',
    lifecycle: 'STABLE',
  }),
  'Flink, restarts in a loop, `savepoint`': flink({
    state: 'RESTARTING',
    lifecycle: 'DEPLOYED',
  }),
  'Flink, its operator gave up': flink({
    state: 'FAILED',
    lifecycle: 'FAILED',
  }),
  'Flink, still stopping': flink({
    told: 'suspended',
    state: 'RUNNING',
    lifecycle: 'STABLE',
  }),
  'Flink, is suspended, `savepoint`': flink({
    told: 'suspended',
    state: 'FINISHED',
    lifecycle: 'SUSPENDED',
  }),
  'Flink, is suspended, `stateless`': flink({
    told: 'suspended',
    mode: 'stateless',
    state: 'FINISHED',
    lifecycle: 'SUSPENDED',
  }),
  'Flink, has finished': flink({ state: 'FINISHED', lifecycle: 'STABLE' }),
  'Flink without the operator, runs': standaloneMoment({
    stats: RUNS,
    replicas: 1,
  }),
  'Flink without the operator, was stopped with a savepoint': standaloneMoment({
    stats: STOPPED,
    replicas: 1,
  }),
  'Spark application, runs': application('RUNNING'),
  'Spark application, is suspended': application('SUSPENDED', true),
  'Spark application, has ended': application('COMPLETED'),
  'Spark schedule': schedule(false),
  'Spark schedule, is suspended': schedule(true),
};

const INTRODUCTION = `## A whole pipeline

*Stop the pipeline* and *Start the pipeline* on its page take the jobs of one
environment one after the other, each by its own rules above: a stop suspends, a
start resumes. A job that writes stops before those that read it, and starts
after them. So at no time does a job write what nobody reads, also where it ends
in the middle: a topic forgets after its retention whether or not it was read,
and a reader that stands while its writer goes on can lose records; one that runs
while its writer stands loses none. A job that stops with a savepoint commits
what it wrote, and its readers, which run still, take it into theirs.

It is one action: one preview of all, done only where no job refuses, one job
told when the one before has stopped or runs. The first that fails ends it and
is named. Asked for again it passes over what is done and goes on there. A job
that somebody changed since is left as it is, and one that was to be stopped with
a savepoint is stopped only while it runs. Whoever asks needs the permission for
each job, and sees every job. Topics, and jobs of other pipelines, stay as they
are.
`;

/** What stopping and starting a pipeline does with a job, by how the job is. */
export function pipelineSection(): string {
  const rows = Object.entries(SITUATIONS).map(
    ([words, now]) =>
      `| ${words} | ${cell('stop', now)} | ${cell('start', now)} |`,
  );
  return `${INTRODUCTION}
| The job | Stop | Start |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function cell(action: PipelineActionName, now: JobMoment): string {
  const job: FlowJob = { name: 'count', after: [], now };
  return says(planPipelineAction({ action }, [job]).turns[0]);
}

function says({ already, plan, refusal }: JobTurn): string {
  if (refusal) return `Refused: ${refusal.sentence} ${refusal.remedy}`;
  if (already) return `Nothing to do: ${already}`;
  return [
    ...(plan?.effects ?? []),
    ...(plan?.startsFrom ? [`From: ${plan.startsFrom.sentence}`] : []),
    ...(plan?.traps ?? []).map(({ weight, sentence }) =>
      weight === 'acknowledge' ? `*Confirm:* ${sentence}` : sentence,
    ),
  ].join(' ');
}

function flink(how: Flink): JobMoment {
  const { told = 'running', mode = 'savepoint', state, lifecycle } = how;
  const job: LiveFlinkJob = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'web-count', namespace: 'web' },
    spec: {
      flinkConfiguration: { 'high-availability.type': 'kubernetes' },
      job: { state: told, upgradeMode: mode },
    },
    status: {
      lifecycleState: lifecycle as 'STABLE',
      jobStatus: {
        state: state as 'RUNNING',
        ...(lifecycle === 'SUSPENDED' && {
          upgradeSavepointPath: 's3://acme/web/count/savepoints/savepoint-1a',
        }),
      },
    },
  };
  return {
    engine: 'flink',
    ...COMMON,
    job,
    snapshots: [],
    reads: [],
    now: new Date(0),
  };
}

function application(
  state: 'RUNNING' | 'SUSPENDED' | 'COMPLETED',
  suspend?: boolean,
): JobMoment {
  return spark({
    kind: 'SparkApplication',
    ...SPARK,
    spec: { ...(suspend && { suspend }) },
    status: { applicationState: { state } },
  });
}

function schedule(suspend: boolean): JobMoment {
  return spark({
    kind: 'ScheduledSparkApplication',
    ...SPARK,
    spec: { suspend },
    status: { nextRun: '2026-11-29T03:00:00Z' },
  });
}

function spark(job: LiveSparkJob): JobMoment {
  return { engine: 'spark', ...COMMON, job, runs: [] };
}
