import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import type { SparkRun } from './spark';
import { jobLabel, textsOf } from './sparkProperties';
import { KubeflowSpec, ScheduledSpec } from './sparkSpecs';

const GROUP = 'sparkoperator.k8s.io';

/** Properties that Kubeflow's operator has fields for. */
const FIELDS: Readonly<
  Record<string, (spec: KubeflowSpec) => string | number | boolean | undefined>
> = {
  image: spec => spec.image,
  mode: spec => spec.mode,
  memoryOverheadFactor: spec => spec.memoryOverheadFactor,
  'driver.cores': spec => spec.driver?.cores,
  'driver.coreRequest': spec => spec.driver?.coreRequest,
  'driver.coreLimit': spec => spec.driver?.coreLimit,
  'driver.memory': spec => spec.driver?.memory,
  'driver.memoryOverhead': spec => spec.driver?.memoryOverhead,
  'driver.serviceAccount': spec => spec.driver?.serviceAccount,
  'server.cores': spec => spec.server?.cores,
  'server.memory': spec => spec.server?.memory,
  'executor.cores': spec => spec.executor?.cores,
  'executor.coreRequest': spec => spec.executor?.coreRequest,
  'executor.coreLimit': spec => spec.executor?.coreLimit,
  'executor.memory': spec => spec.executor?.memory,
  'executor.memoryOverhead': spec => spec.executor?.memoryOverhead,
  'executor.instances': spec => spec.executor?.instances,
  'dynamicAllocation.enabled': spec => spec.dynamicAllocation?.enabled,
  'dynamicAllocation.minExecutors': spec =>
    spec.dynamicAllocation?.minExecutors,
  'dynamicAllocation.initialExecutors': spec =>
    spec.dynamicAllocation?.initialExecutors,
  'dynamicAllocation.maxExecutors': spec =>
    spec.dynamicAllocation?.maxExecutors,
  'dynamicAllocation.shuffleTrackingEnabled': spec =>
    spec.dynamicAllocation?.shuffleTrackingEnabled,
};

const PROPERTIES: Readonly<Record<string, string>> = {
  image: 'spark.kubernetes.container.image',
  mode: 'spark.submit.deployMode',
  memoryOverheadFactor: 'spark.kubernetes.memoryOverheadFactor',
  'driver.coreRequest': 'spark.kubernetes.driver.request.cores',
  'driver.coreLimit': 'spark.kubernetes.driver.limit.cores',
  'driver.serviceAccount':
    'spark.kubernetes.authenticate.driver.serviceAccountName',
  'server.cores': 'spark.driver.cores',
  'server.memory': 'spark.driver.memory',
  'executor.coreRequest': 'spark.kubernetes.executor.request.cores',
  'executor.coreLimit': 'spark.kubernetes.executor.limit.cores',
  'dynamicAllocation.shuffleTrackingEnabled':
    'spark.dynamicAllocation.shuffleTracking.enabled',
};

/** What Kubeflow's operator runs: once, by the clock, or as a server. */
export function kubeflowRuns(pipeline: RenderedPipeline): SparkRun[] {
  return [
    ...pipeline
      .all<KubeflowSpec>(GROUP, 'SparkApplication')
      .map(object => run(object, object.spec, 'spec')),
    ...pipeline
      .all<ScheduledSpec>(GROUP, 'ScheduledSparkApplication')
      .map(scheduled),
    ...pipeline.all<KubeflowSpec>(GROUP, 'SparkConnect').map(object => ({
      ...run(object, object.spec, 'spec'),
      connect: true,
      driver: {
        at: 'spec.server.template',
        template: object.spec.server?.template ?? {},
      },
    })),
  ];
}

function run(
  object: ObjectOf<object>,
  spec: KubeflowSpec,
  at: string,
): SparkRun {
  const fields = new Map(
    Object.entries(FIELDS).flatMap(([field, read]) => {
      const value = read(spec);
      const property = PROPERTIES[field] ?? `spark.${field}`;
      return value === undefined
        ? []
        : [[property, { field, value: `${value}` }] as const];
    }),
  );
  const { timeToLiveSeconds: seconds, restartPolicy } = spec;
  return {
    name: jobLabel(object),
    operator: 'kubeflow',
    connect: false,
    object,
    properties: new Map([
      ...textsOf(spec.sparkConf),
      ...[...fields].map(([key, { value }]) => [key, value] as const),
    ]),
    at: property =>
      `${at}.${fields.get(property)?.field ?? `sparkConf.${property}`}`,
    language: languageOf(spec.type),
    ...(spec.sparkVersion && {
      version: { at: `${at}.sparkVersion`, value: spec.sparkVersion },
    }),
    driver: {
      at: `${at}.driver.template`,
      template: spec.driver?.template ?? {},
    },
    executor: {
      at: `${at}.executor.template`,
      template: spec.executor?.template ?? {},
    },
    restart: {
      object,
      at: `${at}.restartPolicy`,
      policy: restartPolicy?.type ?? 'Never',
      retries: restartPolicy?.onFailureRetries,
    },
    ...(seconds !== undefined && {
      timeToLive: { object, at: `${at}.timeToLiveSeconds`, seconds },
    }),
    suspended: spec.suspend === true,
    jmxExporterJar: spec.monitoring?.prometheus?.jmxExporterJar,
  };
}

function scheduled(object: ObjectOf<ScheduledSpec>): SparkRun {
  const { spec } = object;
  return {
    ...run(object, spec.template ?? {}, 'spec.template'),
    suspended: spec.suspend === true,
    schedule: {
      object,
      cron: spec.schedule,
      timeZone: spec.timeZone,
      concurrency: spec.concurrencyPolicy,
      succeeded: spec.successfulRunHistoryLimit,
      failed: spec.failedRunHistoryLimit,
      suspended: spec.suspend === true,
      paths: {
        succeeded: 'spec.successfulRunHistoryLimit',
        failed: 'spec.failedRunHistoryLimit',
      },
    },
  };
}

function languageOf(type: string | undefined): SparkRun['language'] {
  return type === 'Python' || type === 'R' ? type : 'JVM';
}
