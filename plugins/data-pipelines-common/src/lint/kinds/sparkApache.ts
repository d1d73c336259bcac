import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import type { Blamed, SparkRun } from './spark';
import { parsedText } from './parsedText';
import { jobLabel, textsOf } from './sparkProperties';
import { scheduleFor } from './sparkRunner';
import { ApacheSpec } from './sparkSpecs';

const FILE = 'application.json';

/** What Apache's operator runs; by the clock it is a CronJob that makes what a ConfigMap holds. */
export function apacheRuns(pipeline: RenderedPipeline): SparkRun[] {
  return [
    ...pipeline
      .all<ApacheSpec>('spark.apache.org', 'SparkApplication')
      .map(object => run(object, object.spec, 'spec')),
    ...pipeline.all<object>('', 'ConfigMap').flatMap(map => {
      const spec = applicationOf(map);
      const schedule = spec && scheduleFor(pipeline, map);
      return spec
        ? [
            {
              ...run(map, spec, `data.${FILE}.spec`),
              ...(schedule && { schedule, suspended: schedule.suspended }),
            },
          ]
        : [];
    }),
  ];
}

function applicationOf({ data }: ObjectOf<object>): ApacheSpec | undefined {
  return parsedText<{ spec?: ApacheSpec }>(data?.[FILE], JSON.parse)?.spec;
}

function run(object: Blamed, spec: ApacheSpec, at: string): SparkRun {
  const { restartConfig = {}, ttlAfterStopMillis = -1 } =
    spec.applicationTolerations ?? {};
  const properties = new Map(textsOf(spec.sparkConf));
  const version = spec.runtimeVersions?.sparkVersion;
  if (spec.deploymentMode === 'ClientMode') {
    properties.set('spark.submit.deployMode', 'client');
  }
  return {
    name: jobLabel(object),
    operator: 'apache',
    connect: false,
    object,
    properties,
    at: property =>
      property === 'spark.submit.deployMode'
        ? `${at}.deploymentMode`
        : `${at}.sparkConf.${property}`,
    language: languageOf(spec.mainClass),
    ...(version && {
      version: { at: `${at}.runtimeVersions.sparkVersion`, value: version },
    }),
    driver: {
      at: `${at}.driverSpec.podTemplateSpec`,
      template: spec.driverSpec?.podTemplateSpec ?? {},
    },
    executor: {
      at: `${at}.executorSpec.podTemplateSpec`,
      template: spec.executorSpec?.podTemplateSpec ?? {},
    },
    restart: {
      object,
      at: `${at}.applicationTolerations.restartConfig`,
      policy: restartConfig.restartPolicy ?? 'Never',
      retries:
        restartConfig.maxRestartOnFailure ?? restartConfig.maxRestartAttempts,
    },
    ...(ttlAfterStopMillis >= 0 && {
      timeToLive: {
        object,
        at: `${at}.applicationTolerations.ttlAfterStopMillis`,
        seconds: ttlAfterStopMillis / 1000,
      },
    }),
    suspended: false,
  };
}

function languageOf(mainClass = ''): SparkRun['language'] {
  if (mainClass.endsWith('.PythonRunner')) return 'Python';
  return mainClass.endsWith('.RRunner') ? 'R' : 'JVM';
}
