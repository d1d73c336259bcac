import { flinkDeployment } from '../model/totals/flink';
import { PodGroup, sum } from '../model/totals/podSize';
import { apacheApplication, kubeflowApplication } from '../model/totals/spark';
import { SparkConf } from '../model/totals/sparkPods';
import { JobFacts } from '../model/views';
import { FlinkDeployment } from '../resources/flinkDeployment';
import { SparkProcess, SparkSizeConf, SparkSpec } from '../resources/spark';
import { ApacheSparkApplication } from '../resources/sparkApache';

type Requests = JobFacts['resources'];

/**
 * What JobManagers and TaskManagers ask for together, as the resource declares
 * it; undefined where only the operator could tell how many TaskManagers that
 * makes, and it has not. Containers of pod templates are not counted.
 */
export function flinkRequests({ spec, status }: FlinkDeployment): Requests {
  const { job, jobManager, mode, taskManager } = spec;
  const taskManagers =
    (mode === 'standalone' ? taskManager?.replicas : undefined) ??
    status?.taskManager?.replicas;
  if (job?.state === 'suspended' || !taskManagers) return undefined;
  return together(
    flinkDeployment({ job: {}, jobManager, taskManager }, taskManagers, []),
  );
}

/**
 * What driver and executors of Kubeflow's kinds ask for together; undefined
 * where Spark decides how many executors there are.
 */
export function kubeflowRequests(
  spec:
    | (Pick<
        SparkSpec,
        'type' | 'driver' | 'executor' | 'memoryOverheadFactor'
      > &
        Pick<SparkSpec, 'dynamicAllocation' | 'sparkConf' | 'suspend'> & {
          server?: SparkProcess;
        })
    | undefined,
): Requests {
  if (!spec || isDynamic(spec.sparkConf, spec.dynamicAllocation?.enabled)) {
    return undefined;
  }
  return together(
    kubeflowApplication({ ...spec, sparkConf: confOf(spec.sparkConf) }),
  );
}

/** The same of the Apache operator's SparkApplication. */
export function apacheRequests({ spec }: ApacheSparkApplication): Requests {
  const instances = spec.applicationTolerations?.instanceConfig;
  // Its own executors are then another number than the properties say.
  if (isDynamic(spec.sparkConf) || instances) return undefined;
  return together(
    apacheApplication({ ...spec, sparkConf: confOf(spec.sparkConf) }),
  );
}

function isDynamic(conf: SparkSizeConf = {}, enabled = false): boolean {
  return enabled || conf['spark.dynamicAllocation.enabled'] === 'true';
}

function confOf(conf: SparkSizeConf = {}): SparkConf {
  return Object.fromEntries(Object.entries(conf));
}

function together(groups: readonly PodGroup[]): Requests {
  if (groups.length === 0) return undefined;
  const total = (part: 'cpu' | 'memory') =>
    sum(
      groups.map(({ pods, size: { [part]: one } }) =>
        pods === undefined || one === undefined ? undefined : pods * one,
      ),
    );
  const cpu = total('cpu');
  const memory = total('memory');
  if (cpu === undefined && memory === undefined) return undefined;
  return {
    ...(cpu !== undefined && { cpu: Math.round(cpu * 1000) / 1000 }),
    ...(memory !== undefined && { memory }),
  };
}
