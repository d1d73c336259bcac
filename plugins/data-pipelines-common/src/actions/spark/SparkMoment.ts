import { LiveSparkJob } from './LiveSparkJob';

/**
 * All that a plan for a Spark job is made from.
 *
 * @public
 */
export interface SparkMoment {
  engine: 'spark';
  cluster: string;
  job: LiveSparkJob;
  /** Names of the runs of a schedule that have not ended. */
  runs: readonly string[];
  /** What the name of an object that the action makes ends with. */
  suffix: string;
  /** For objects that the action makes: our labels, and who asked. */
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** A moment of one of the two kinds. */
export type MomentOf<J extends LiveSparkJob> = Omit<SparkMoment, 'job'> & {
  job: J;
};
