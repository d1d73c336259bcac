import { doing, Finding, info, warning } from './change';
import { equal } from './equal';
import { isKept, RenderedObject } from './renderedObject';
import { ruleFor } from './rule';

interface SparkSpec {
  suspend: boolean;
  timeToLiveSeconds: number;
  restartPolicy: { type?: string };
  sparkConf: { 'spark.sql.streaming.checkpointLocation'?: string };
}

const CHECKPOINT = 'spark.sql.streaming.checkpointLocation';

/** An application of Kubeflow's operator, which runs again whenever its spec changes. */
export const sparkApplication = ruleFor<SparkSpec>({
  group: 'sparkoperator.k8s.io',
  kinds: ['SparkApplication'],
  changed: ({ before: { spec: before }, after: { spec: after } }) => {
    if (equal(whatRuns(before), whatRuns(after))) return [];
    return after.restartPolicy?.type === 'Always'
      ? [
          ...checkpoints(before, after),
          doing(
            'restarts-from-checkpoint',
            info(
              'spec',
              'the application restarts from its checkpoints',
              'Nothing to do.',
            ),
          ),
        ]
      : [
          doing(
            'runs-again',
            warning(
              'spec',
              'the application runs again from the start',
              'Make sure that it may: its output would be written twice where it only appends.',
            ),
          ),
        ];
  },
  removed: application =>
    isKept(application)
      ? []
      : [
          doing(
            'stops',
            info(
              '',
              'the application stops where it still runs',
              'Nothing to do; its checkpoints and event logs stay.',
            ),
          ),
        ],
});

/** The operator takes the rest without a new run. */
function whatRuns(spec: Partial<SparkSpec>) {
  const { suspend: _suspend, timeToLiveSeconds: _life, ...rest } = spec;
  return rest;
}

function checkpoints(
  { sparkConf: before }: Partial<SparkSpec>,
  { sparkConf: after }: Partial<SparkSpec>,
): Finding[] {
  const [from, to] = [before?.[CHECKPOINT], after?.[CHECKPOINT]];
  return from === undefined || from === to
    ? []
    : [
        warning(
          `spec.sparkConf.${CHECKPOINT}`,
          `checkpoints at ${from} are left behind: the query starts from nothing at ${
            to ?? 'no fixed place'
          }`,
          `Keep ${from}, or copy it there while the application is stopped.`,
        ),
      ];
}

interface ScheduledSpec {
  schedule: string;
  timeZone: string;
  template: object;
}

/** A schedule's runs; one that runs already is left alone. */
export const scheduledSparkApplication = ruleFor<ScheduledSpec>({
  group: 'sparkoperator.k8s.io',
  kinds: ['ScheduledSparkApplication'],
  changed: ({ before: { spec: before }, after: { spec: after } }) =>
    equal(before.template, after.template)
      ? []
      : [
          doing(
            'runs-otherwise-next-time',
            info(
              'spec.template',
              'the next run is another one; one that runs already goes on as it is',
              'Nothing to do.',
            ),
          ),
        ],
});

const JOB = 'headworks.dev/job';
const PIPELINE = 'headworks.dev/pipeline';

/** A Job that submits a Spark application: what runs is in its name, so another one is a new run. */
export const submittedRun = ruleFor<object>({
  group: 'batch',
  kinds: ['Job'],
  removed: (run, rendering) => {
    const next = rendering.find(
      object => object.kind === 'Job' && isRunOf(run, object),
    );
    return next
      ? [
          doing(
            'runs-again',
            warning(
              '',
              `the job runs again from the start, as "${next.metadata.name}"`,
              'Make sure that it may: its output would be written twice where it only appends.',
            ),
          ),
        ]
      : [];
  },
});

function isRunOf(
  { metadata: { labels: before } }: Omit<RenderedObject, 'spec'>,
  { metadata: { labels: after } }: RenderedObject,
) {
  return (
    before?.[JOB] !== undefined &&
    before[JOB] === after?.[JOB] &&
    before[PIPELINE] === after?.[PIPELINE]
  );
}

interface CronSpec {
  schedule: string;
  jobTemplate: object;
}

/** A schedule without an operator. */
export const scheduledJob = ruleFor<CronSpec>({
  group: 'batch',
  kinds: ['CronJob'],
  changed: ({ before: { spec: before }, after: { spec: after } }) =>
    equal(before.jobTemplate, after.jobTemplate)
      ? []
      : [
          doing(
            'runs-otherwise-next-time',
            info(
              'spec.jobTemplate',
              'the next run is another one; one that runs already goes on as it is',
              'Nothing to do.',
            ),
          ),
        ],
});
