import { LiveSparkApplication, LiveSparkSchedule } from '../spark/LiveSparkJob';
import { SparkMoment } from '../spark/SparkMoment';

const API = 'sparkoperator.k8s.io/v1beta2';

/** An application in one of the operator's states. */
export function application(
  state: NonNullable<
    NonNullable<LiveSparkApplication['status']>['applicationState']
  >['state'],
  spec: LiveSparkApplication['spec'] = {},
): LiveSparkApplication {
  return {
    apiVersion: API,
    kind: 'SparkApplication',
    metadata: {
      name: 'reporting-backfill',
      namespace: 'web',
      generation: 3,
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    },
    spec,
    status: { applicationState: { state } },
  };
}

/** A schedule that waits for its next run. */
export function schedule(
  spec: LiveSparkSchedule['spec'] = {},
): LiveSparkSchedule {
  return {
    apiVersion: API,
    kind: 'ScheduledSparkApplication',
    metadata: {
      name: 'reporting-daily',
      namespace: 'web',
      uid: 'u-1',
      generation: 2,
      labels: { 'headworks.dev/job': 'daily' },
    },
    spec: { schedule: '0 3 * * *', concurrencyPolicy: 'Forbid', ...spec },
    status: { scheduleState: 'Scheduled', nextRun: '2026-11-29T03:00:00Z' },
  };
}

export function sparkMoment(
  job: SparkMoment['job'],
  runs: string[] = [],
): SparkMoment {
  return {
    engine: 'spark',
    cluster: 'lake',
    job,
    runs,
    suffix: 'k1',
    labels: { 'headworks.dev/pipeline': 'reporting' },
    annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
  };
}
