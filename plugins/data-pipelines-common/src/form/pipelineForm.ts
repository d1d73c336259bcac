/**
 * What the wizard's pages ask for.
 *
 * @public
 */
export interface PipelineForm {
  name: string;
  owner: string;
  description?: string;
  topics?: TopicForm[];
  flinkJobs?: FlinkJobForm[];
  sparkJobs?: SparkJobForm[];
  environment: string;
  cluster: string;
  namespace: string;
  kafka: {
    cluster: string;
    namespace: string;
    bootstrapServers: string;
    authentication?: 'none' | 'scram-sha-512' | 'tls';
    replicas?: number;
  };
  storageUri: string;
  /** Findings that a person accepted in the review: rule → `Kind/name` → reason. */
  accepted?: Record<string, Record<string, string>>;
}

/**
 * A row of the page *Topics*.
 *
 * @public
 */
export interface TopicForm {
  name: string;
  partitions?: number;
  retention?: string;
  /** Somebody else declares it. */
  external?: boolean;
}

/**
 * What jobs of both engines ask for.
 *
 * @public
 */
export interface JobForm {
  name: string;
  description?: string;
  /** With its tag or digest. */
  image: string;
  args?: string[];
  reads?: string[];
  writes?: string[];
  /** A preset of `presets.ts`; what it leaves open has the chart's default. */
  size?: JobSize;
}

/**
 * T-shirt sizes; `presets.ts` says what they mean.
 *
 * @public
 */
export type JobSize = 'S' | 'M' | 'L' | 'XL';

/**
 * A row of the page *Flink jobs*.
 *
 * @public
 */
export interface FlinkJobForm extends JobForm {
  jar: string;
  mainClass?: string;
  parallelism?: number;
  upgrade?: 'savepoint' | 'last-state' | 'stateless';
  /** How much it remembers; decides state backend and checkpoints. */
  state?: 'none' | 'small' | 'large';
}

/**
 * A row of the page *Spark jobs*.
 *
 * @public
 */
export interface SparkJobForm extends JobForm {
  /** Where jar or script is in the image. */
  main: string;
  mainClass?: string;
  /** Cron; without one it runs once. */
  schedule?: string;
  timeZone?: string;
}
