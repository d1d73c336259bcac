import { Moment } from '../health/assess';
import { lastRunOf } from '../health/cron-job/lastRun';
import {
  executorCounts,
  leastExecutors,
} from '../health/spark-application/executorCounts';
import {
  podsOfDriver,
  SparkPods,
  sparkPods,
} from '../health/spark-pods/sparkPods';
import { JobFacts } from '../model/views';
import { KnownObjects } from '../resources/kinds';
import { ObjectMetadata } from '../resources/metadata';
import { SparkConnect, SparkSpec } from '../resources/spark';
import { apacheRequests, kubeflowRequests } from './requests';
import { writtenImage } from './writtenImage';

type KubeflowSpec = SparkSpec | SparkConnect['spec'];

/**
 * Resources that a Spark job may be.
 *
 * @public
 */
export type SparkResource =
  | 'sparkapplications.sparkoperator.k8s.io'
  | 'scheduledsparkapplications.sparkoperator.k8s.io'
  | 'sparkconnects.sparkoperator.k8s.io'
  | 'sparkapplications.spark.apache.org'
  | 'sparkclusters.spark.apache.org'
  | 'jobs.batch'
  | 'cronjobs.batch';

type Facts<R extends SparkResource> = (
  object: KnownObjects[R],
  moment: Moment,
) => JobFacts;

const FACTS: { readonly [R in SparkResource]: Facts<R> } = {
  'sparkapplications.sparkoperator.k8s.io': ({ spec, status }) => ({
    ...ofSpec(spec),
    ...(status && {
      pods: {
        ready: executorCounts(status.executorState).running,
        wanted: leastExecutors(spec ?? {}),
      },
      restarts: Math.max(0, (status.executionAttempts ?? 1) - 1),
      lastRun: status.lastSubmissionAttemptTime,
    }),
  }),

  'scheduledsparkapplications.sparkoperator.k8s.io': (
    { metadata, spec, status },
    { source },
  ) => {
    const run =
      status?.lastRunName &&
      source.get(
        'sparkapplications.sparkoperator.k8s.io',
        metadata.namespace,
        status.lastRunName,
      );
    return {
      ...ofSpec(spec.template),
      ...(run && {
        pods: {
          ready: executorCounts(run.status?.executorState).running,
          wanted: leastExecutors(run.spec ?? {}),
        },
        restarts: Math.max(0, (run.status?.executionAttempts ?? 1) - 1),
      }),
      ...ofSchedule(spec),
      lastRun: status?.lastRun,
      nextRun: spec.suspend ? undefined : status?.nextRun,
    };
  },

  'sparkconnects.sparkoperator.k8s.io': ({ spec, status }) => ({
    ...ofSpec(spec),
    ...(status?.executors && {
      pods: {
        ready: status.executors.running ?? 0,
        wanted: leastExecutors(spec),
      },
    }),
    lastRun: status?.startTime,
  }),

  'sparkapplications.spark.apache.org': (application, { source }) => {
    const { metadata, spec, status } = application;
    const instances = spec.applicationTolerations?.instanceConfig;
    const { executors } = sparkPods(source, {
      namespace: metadata.namespace,
      label: 'spark.operator/spark-app-name',
      name: metadata.name,
    });
    return {
      version: spec.runtimeVersions?.sparkVersion,
      image: spec.sparkConf?.['spark.kubernetes.container.image'],
      resources: apacheRequests(application),
      parallelism: instances?.maxExecutors,
      pods: {
        ready: running(executors),
        wanted: instances?.minExecutors ?? executors.length,
      },
      restarts: status?.currentAttemptSummary?.attemptInfo?.id,
      lastRun: metadata.creationTimestamp,
    };
  },

  'sparkclusters.spark.apache.org': ({ metadata, spec }) => ({
    version: spec?.runtimeVersions?.sparkVersion,
    parallelism: spec?.clusterTolerations?.instanceConfig?.initWorkers,
    lastRun: metadata.creationTimestamp,
  }),

  'jobs.batch': ({ metadata, status }, { source }) => ({
    ...ofDriver(
      podsOfDriver(source, metadata.namespace, `${metadata.name}-driver`),
    ),
    image: submittedImage(metadata),
    restarts: status?.failed,
    lastRun: status?.startTime,
  }),

  'cronjobs.batch': (cronJob, { source }) => {
    const run = lastRunOf(cronJob, source);
    return {
      ...(run &&
        ofDriver(
          podsOfDriver(
            source,
            run.metadata.namespace,
            `${run.metadata.name}-driver`,
          ),
        )),
      image: submittedImage(cronJob.metadata),
      ...ofSchedule(cronJob.spec),
      lastRun: cronJob.status?.lastScheduleTime,
    };
  },
};

/**
 * What is worth knowing of a Spark job beside its health. Executors are its
 * pods: as few as it is content with, and how many run. What is not known is
 * left out. Never throws: an object of an odd shape has no facts.
 *
 * @public
 */
export function sparkJobFacts<R extends SparkResource>(
  resource: R,
  object: KnownObjects[R],
  moment: Moment,
): JobFacts {
  try {
    return known(FACTS[resource](object, moment));
  } catch {
    return {};
  }
}

function known(facts: JobFacts): JobFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}

function ofSpec(spec: KubeflowSpec | undefined): JobFacts {
  return {
    resources: kubeflowRequests(spec),
    version: spec?.sparkVersion,
    image: spec?.image,
    parallelism: spec?.dynamicAllocation?.enabled
      ? spec.dynamicAllocation.maxExecutors
      : spec?.executor?.instances,
  };
}

function ofSchedule(spec: { schedule?: string; timeZone?: string }): JobFacts {
  return spec.schedule === undefined
    ? {}
    : {
        schedule: {
          cron: spec.schedule,
          ...(spec.timeZone && { timeZone: spec.timeZone }),
        },
      };
}

/** Spark's own submission runs in the image of the job; what asks Apache's operator does not. */
function submittedImage(metadata: ObjectMetadata): string | undefined {
  const submits = metadata.written?.fields.includes('/etc/runner/submit.sh');
  return submits ? writtenImage(metadata) : undefined;
}

function ofDriver({ driver, executors }: SparkPods): JobFacts {
  return driver
    ? {
        version: driver.metadata.labels['spark-version'],
        pods: { ready: running(executors), wanted: executors.length },
      }
    : {};
}

function running(executors: SparkPods['executors']): number {
  return executors.filter(({ status }) => status?.phase === 'Running').length;
}
