import { BatchJob, CronJob, StatefulSet } from '../../resources/workloads';
import { custom } from './custom';

export const statefulSet = custom<StatefulSet>('StatefulSet', {
  spec: { replicas: true },
  status: {
    observedGeneration: true,
    replicas: true,
    readyReplicas: true,
    updatedReplicas: true,
    currentRevision: true,
    updateRevision: true,
  },
});

export const batchJob = custom<BatchJob>('Job', {
  spec: { suspend: true, backoffLimit: true, ttlSecondsAfterFinished: true },
  status: {
    active: true,
    ready: true,
    succeeded: true,
    failed: true,
    startTime: true,
    completionTime: true,
    conditions: true,
  },
});

export const cronJob = custom<CronJob>('CronJob', {
  spec: {
    schedule: true,
    timeZone: true,
    suspend: true,
    concurrencyPolicy: true,
  },
  status: {
    active: true,
    lastScheduleTime: true,
    lastSuccessfulTime: true,
  },
});
