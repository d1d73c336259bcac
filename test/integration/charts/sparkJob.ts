import { Rendered, Renderer } from './renderer';

/** The least that a job of the Spark chart says. */
export const SPARK_JOB = {
  image: { repository: 'registry.example.com/report', tag: '1.0.0' },
  main: 'local:///opt/app/report.py',
};

interface Container {
  name: string;
  args?: string[];
  env?: Array<{ name: string; value?: string }>;
  envFrom?: Array<{ secretRef: { name: string } }>;
  volumeMounts?: Array<{ name: string; mountPath: string; subPath?: string }>;
  resources?: object;
}

/** What the chart puts in a pod template. */
export interface SparkPod {
  metadata: {
    labels: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    containers: [Container];
    initContainers?: [Container];
    nodeSelector?: Record<string, string>;
    tolerations?: object[];
    volumes?: object[];
    activeDeadlineSeconds?: number;
    automountServiceAccountToken?: boolean;
    priorityClassName?: string;
    serviceAccountName?: string;
    terminationGracePeriodSeconds?: number;
  };
}

interface Role {
  cores: number;
  memory: string;
  instances?: number;
  template: SparkPod;
}

/** The spec of a SparkApplication as far as tests read it. */
export interface Application {
  driver: Role;
  executor: Role;
  sparkConf: Record<string, string>;
  restartPolicy: object;
  dynamicAllocation?: object;
}

/** Renders one job, named `report`, of the pipeline `clickstream`. */
export async function renderJob(
  charts: Renderer,
  job: object,
  others: { global?: object; spark?: object } = {},
): Promise<Application> {
  const made = await charts.objects({
    global: others.global ?? {},
    spark: {
      enabled: true,
      ...others.spark,
      jobs: { report: { ...SPARK_JOB, ...job } },
    },
  });
  return find(made, 'SparkApplication', 'clickstream-report')
    .spec as unknown as Application;
}

export function find(objects: Rendered[], kind: string, name: string) {
  const found = objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
  if (!found) throw new Error(`no ${kind} ${name} is rendered`);
  return found;
}
