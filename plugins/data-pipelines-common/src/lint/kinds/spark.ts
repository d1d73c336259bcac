import { RenderedObject } from '../compare/renderedObject';
import { Violation } from '../finding';
import { RenderedPipeline } from '../RenderedPipeline';
import { violation } from '../violation';
import { PodTemplate } from './pod';
import { apacheRuns } from './sparkApache';
import { kubeflowRuns } from './sparkKubeflow';
import { submittedRuns } from './sparkSubmit';
import { isStreamingByValues } from './sparkValues';

export type Blamed = Omit<RenderedObject, 'spec'>;

/** When a run is started by the clock, whoever looks at it. */
export interface SparkSchedule {
  object: Blamed;
  cron?: string;
  timeZone?: string;
  concurrency?: string;
  succeeded?: number;
  failed?: number;
  suspended: boolean;
  /** Where it keeps how many runs: operator and Kubernetes call it differently. */
  paths: { succeeded: string; failed: string };
}

/** Driver or executors: the template of their pod and where it stands. */
export interface SparkPod {
  at: string;
  template: PodTemplate;
}

/** A job of Spark, or a Spark Connect server, whoever starts it. */
export interface SparkRun {
  /** Its key in the values. */
  name: string;
  operator: 'kubeflow' | 'apache' | 'submit';
  /** A server of Spark Connect, which has sessions in place of a program. */
  connect: boolean;
  /** The object that holds its properties. */
  object: Blamed;
  /** Sizes, image and account among them, wherever they are said. */
  properties: ReadonlyMap<string, string>;
  /** Where a property stands in that object. */
  at(property: string): string;
  language: 'JVM' | 'Python' | 'R';
  /** Of Spark in the image, as the object says. */
  version?: { at: string; value: string };
  driver: SparkPod;
  executor: SparkPod;
  /** What happens after a run: as Kubeflow calls it. */
  restart: { object: Blamed; at: string; policy: string; retries?: number };
  schedule?: SparkSchedule;
  /** When a run that has ended is deleted. */
  timeToLive?: { object: Blamed; at: string; seconds: number };
  suspended: boolean;
  jmxExporterJar?: string;
}

/** A run with what only the values tell. */
export interface SparkJob extends SparkRun {
  /** It never ends. */
  streaming: boolean;
}

export const CHECKPOINT = 'spark.sql.streaming.checkpointLocation';

const known = new WeakMap<RenderedPipeline, SparkJob[]>();

/** Everything of a pipeline that runs in Spark. */
export function sparkRuns(pipeline: RenderedPipeline): SparkJob[] {
  const before = known.get(pipeline);
  if (before) return before;
  const found = [
    ...kubeflowRuns(pipeline),
    ...apacheRuns(pipeline),
    ...submittedRuns(pipeline),
  ].map(run => ({
    ...run,
    streaming:
      !run.connect &&
      (run.properties.has(CHECKPOINT) || isStreamingByValues(pipeline, run)),
  }));
  known.set(pipeline, found);
  return found;
}

/** Those that have a program: a Spark Connect server has none of its own. */
export function sparkJobs(pipeline: RenderedPipeline): SparkJob[] {
  return sparkRuns(pipeline).filter(({ connect }) => !connect);
}

/** Where the values say something of a run; a Connect server's driver is its server. */
export function sparkValue(
  { connect, name }: Pick<SparkRun, 'connect' | 'name'>,
  field: string,
): string {
  return connect
    ? `values.spark.connect.${name}.${field.replace(/^driver\b/, 'server')}`
    : `values.spark.jobs.${name}.${field}`;
}

/** What is wrong with one of a run's properties; `field` is what decides it in the values. */
export function propertyViolation(
  run: SparkRun,
  what: { property: string; problem: string; remedy: string; field: string },
): Violation[] {
  const { property, problem, remedy, field } = what;
  return violation(run.object, {
    path: run.at(property),
    problem,
    remedy,
    value: sparkValue(run, field),
  });
}

/** Whether Spark itself decides how many executors there are. */
export function isDynamic({ properties }: SparkRun): boolean {
  return properties.get('spark.dynamicAllocation.enabled') === 'true';
}
