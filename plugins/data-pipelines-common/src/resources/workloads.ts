import { Condition, ObjectMetadata } from './metadata';

/**
 * What we read of a StatefulSet (apps/v1) that carries our labels.
 *
 * @public
 */
export interface StatefulSet {
  kind: 'StatefulSet';
  metadata: ObjectMetadata;
  spec: { replicas?: number };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    currentRevision?: string;
    updateRevision?: string;
  };
}

/**
 * What we read of a Job (batch/v1) that carries our labels.
 *
 * @public
 */
export interface BatchJob {
  kind: 'Job';
  metadata: ObjectMetadata;
  spec: {
    suspend?: boolean;
    backoffLimit?: number;
    /** Seconds after its end when Kubernetes deletes the Job. */
    ttlSecondsAfterFinished?: number;
  };
  status?: {
    active?: number;
    ready?: number;
    succeeded?: number;
    failed?: number;
    startTime?: string;
    completionTime?: string;
    conditions?: Condition[];
  };
}

/**
 * What we read of a CronJob (batch/v1) that carries our labels.
 *
 * @public
 */
export interface CronJob {
  kind: 'CronJob';
  metadata: ObjectMetadata;
  spec: {
    schedule?: string;
    timeZone?: string;
    suspend?: boolean;
    concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  };
  status?: {
    active?: Array<{ name?: string; namespace?: string }>;
    lastScheduleTime?: string;
    lastSuccessfulTime?: string;
  };
}
