import {
  ActionPlan,
  LiveSparkApplication,
  LiveSparkSchedule,
  planSparkAction,
  SparkActionName,
  SparkMoment,
} from '@headworks/backstage-plugin-data-pipelines-common';

const TITLES: Record<SparkActionName, string> = {
  run: 'Run a Spark job now',
  suspend: 'Suspend a Spark job',
  resume: 'Resume a Spark job',
};

const API = 'sparkoperator.k8s.io/v1beta2';

const SITUATIONS: Record<string, Pick<SparkMoment, 'job' | 'runs'>> = {
  'An application that runs': { job: application('RUNNING'), runs: [] },
  'An application that is suspended': {
    job: application('SUSPENDED', { suspend: true }),
    runs: [],
  },
  'An application that has ended': { job: application('COMPLETED'), runs: [] },
  'A schedule': { job: schedule(), runs: [] },
  'A schedule that is suspended': {
    job: schedule({ suspend: true }),
    runs: [],
  },
  'A schedule that forbids two runs, and one works': {
    job: schedule(),
    runs: ['report-1'],
  },
  'A schedule that allows two runs, and one works': {
    job: schedule({ concurrencyPolicy: 'Allow' }),
    runs: ['report-1'],
  },
  'A schedule that replaces its runs': {
    job: schedule({ concurrencyPolicy: 'Replace' }),
    runs: [],
  },
};

const INTRODUCTION = `## Spark

Of jobs of Kubeflow's operator, by the rules of its source and the recordings of
version 2.5.2. A Spark job has no savepoints: what it has not written is done
again, and a streaming query goes on from its checkpoint.
`;

/** The part of the page about Spark jobs. */
export function sparkSections(cells: (plan: ActionPlan) => string): string[] {
  const names = Object.keys(TITLES) as SparkActionName[];
  return [
    INTRODUCTION,
    ...names.map(action => {
      const rows = Object.entries(SITUATIONS).map(([words, situation]) => {
        const plan = planSparkAction(
          { action },
          {
            engine: 'spark',
            cluster: 'production',
            suffix: '2',
            labels: {},
            annotations: {},
            ...situation,
          },
        );
        return `| ${words} | ${cells(plan)} |`;
      });
      return `### ${TITLES[action]}

| The job | What happens | Mind |
| --- | --- | --- |
${rows.join('\n')}
`;
    }),
  ];
}

function application(
  state: 'RUNNING' | 'SUSPENDED' | 'COMPLETED',
  spec: LiveSparkApplication['spec'] = {},
): LiveSparkApplication {
  return {
    apiVersion: API,
    kind: 'SparkApplication',
    metadata: { name: 'report', namespace: 'web' },
    spec,
    status: { applicationState: { state } },
  };
}

function schedule(spec: LiveSparkSchedule['spec'] = {}): LiveSparkSchedule {
  return {
    apiVersion: API,
    kind: 'ScheduledSparkApplication',
    metadata: { name: 'report', namespace: 'web' },
    spec: { concurrencyPolicy: 'Forbid', ...spec },
    status: { nextRun: '2026-11-29T03:00:00Z' },
  };
}
