import { PodTemplate } from './pod';

/** Spark's properties; an override may have numbers and booleans among them. */
export type SparkProperties = Readonly<
  Record<string, string | number | boolean>
>;

/** Driver, executor or server of Kubeflow's operator. */
export interface SparkRoleSpec {
  cores?: number;
  coreRequest?: string;
  coreLimit?: string;
  memory?: string;
  memoryOverhead?: string;
  instances?: number;
  serviceAccount?: string;
  template?: PodTemplate;
}

/** Of Kubeflow's SparkApplication, and of the template of a scheduled one. */
export interface KubeflowSpec {
  type?: string;
  mode?: string;
  sparkVersion?: string;
  image?: string;
  memoryOverheadFactor?: string;
  suspend?: boolean;
  timeToLiveSeconds?: number;
  restartPolicy?: { type?: string; onFailureRetries?: number };
  dynamicAllocation?: {
    enabled?: boolean;
    minExecutors?: number;
    initialExecutors?: number;
    maxExecutors?: number;
    shuffleTrackingEnabled?: boolean;
  };
  monitoring?: { prometheus?: { jmxExporterJar?: string } };
  sparkConf?: SparkProperties;
  driver?: SparkRoleSpec;
  executor?: SparkRoleSpec;
  /** Of SparkConnect, in place of a driver. */
  server?: SparkRoleSpec;
}

/** Of Kubeflow's ScheduledSparkApplication. */
export interface ScheduledSpec {
  schedule?: string;
  timeZone?: string;
  concurrencyPolicy?: string;
  successfulRunHistoryLimit?: number;
  failedRunHistoryLimit?: number;
  suspend?: boolean;
  template?: KubeflowSpec;
}

/** Of Apache's SparkApplication. */
export interface ApacheSpec {
  runtimeVersions?: { sparkVersion?: string };
  mainClass?: string;
  deploymentMode?: string;
  sparkConf?: SparkProperties;
  driverSpec?: { podTemplateSpec?: PodTemplate };
  executorSpec?: { podTemplateSpec?: PodTemplate };
  applicationTolerations?: {
    restartConfig?: {
      restartPolicy?: string;
      maxRestartAttempts?: number;
      maxRestartOnFailure?: number;
    };
    ttlAfterStopMillis?: number;
  };
}

/** Of a Job, as far as it starts Spark. */
export interface RunnerSpec {
  suspend?: boolean;
  backoffLimit?: number;
  ttlSecondsAfterFinished?: number;
  template?: PodTemplate;
}

/** Of a CronJob, as far as it starts Spark. */
export interface RunnerScheduleSpec {
  schedule?: string;
  timeZone?: string;
  concurrencyPolicy?: string;
  successfulJobsHistoryLimit?: number;
  failedJobsHistoryLimit?: number;
  suspend?: boolean;
  jobTemplate?: { spec?: RunnerSpec };
}
