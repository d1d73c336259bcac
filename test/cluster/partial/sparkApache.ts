import {
  integer,
  list,
  object,
  oneOf,
  open,
  PartialKind,
  text,
  texts,
} from './fields';

const role = object({ podTemplateSpec: open });

/** Apache's Spark operator 1.0. */
export const SPARK_APACHE_KINDS: PartialKind[] = [
  {
    group: 'spark.apache.org',
    version: 'v1',
    kind: 'SparkApplication',
    plural: 'sparkapplications',
    spec: object({
      'runtimeVersions*': object({
        'sparkVersion*': text,
        scalaVersion: text,
        jdkVersion: text,
      }),
      mainClass: text,
      jars: text,
      pyFiles: text,
      sparkRFiles: text,
      driverArgs: list(text),
      sparkConf: texts,
      driverSpec: role,
      executorSpec: role,
      applicationTolerations: object({
        restartConfig: object({
          restartPolicy: oneOf(
            ...['Always', 'Never', 'OnFailure', 'OnInfrastructureFailure'],
          ),
          maxRestartAttempts: integer,
          maxRestartOnFailure: integer,
          maxRestartOnSchedulingFailure: integer,
          restartBackoffMillis: integer,
          restartBackoffMillisForSchedulingFailure: integer,
        }),
        instanceConfig: object({
          initExecutors: integer,
          minExecutors: integer,
          maxExecutors: integer,
        }),
        applicationTimeoutConfig: object({
          driverStartTimeoutMillis: integer,
          driverReadyTimeoutMillis: integer,
          executorStartTimeoutMillis: integer,
        }),
        resourceRetainPolicy: oneOf('Always', 'Never', 'OnFailure'),
        resourceRetainDurationMillis: integer,
        ttlAfterStopMillis: integer,
      }),
    }),
  },
];
