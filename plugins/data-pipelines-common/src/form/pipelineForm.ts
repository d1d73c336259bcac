import { CiSystem, GitopsSpec } from '../model/spec';
import { FlinkStateSize } from './presets';

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
  /** How strict the checks are; by the environment's name where it is open. */
  profile?: 'dev' | 'prod' | 'regulated';
  kafka: KafkaForm;
  /** Empty: no job keeps state. */
  storageUri: string;
  gitops?: GitopsSpec;
  ci?: CiSystem[];
  /** Findings that a person accepted in the review: rule → `Kind/name` → reason. */
  accepted?: Record<string, Record<string, string>>;
}

/**
 * The Kafka that the jobs use.
 *
 * @public
 */
export interface KafkaForm {
  cluster: string;
  namespace: string;
  bootstrapServers: string;
  authentication?: 'none' | 'scram-sha-512' | 'tls';
  /**
   * How credentials reach a job: Strimzi's own secret in the cluster's
   * namespace and the Access Operator elsewhere, where it is open.
   */
  credentials?: {
    via:
      | 'same-namespace'
      | 'kafka-access'
      | 'external-secret'
      | 'existing-secret';
    secret?: string;
    store?: { name: string; kind?: 'SecretStore' | 'ClusterSecretStore' };
  };
  /** Copies of each topic that the pipeline declares. */
  replicas?: number;
  /** The cluster is made by this very release. */
  create?: KafkaClusterForm;
}

/**
 * A Kafka cluster of Strimzi that a form asks for.
 *
 * @public
 */
export interface KafkaClusterForm {
  brokers: number;
  /** 0: the brokers decide themselves, which is for development. */
  controllers: number;
  brokerCpu?: number;
  /** Such as `4Gi`. */
  brokerMemory?: string;
  /** Of each broker, such as `100Gi`. */
  storageSize?: string;
  storageClass?: string;
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
 * A Flink job of the page *Jobs*.
 *
 * @public
 */
export interface FlinkJobForm extends JobForm {
  jar: string;
  mainClass?: string;
  parallelism?: number;
  upgrade?: 'savepoint' | 'last-state' | 'stateless';
  /** How much it remembers; decides state backend and checkpoints. */
  state?: FlinkStateSize;
}

/**
 * A Spark job of the page *Jobs*.
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
