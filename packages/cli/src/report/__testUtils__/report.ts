import { CheckReport } from '../../check/checkFinding';

/** One finding of each sort. */
export const REPORT: CheckReport = {
  pipeline: 'web',
  environments: [
    { name: 'dev', objects: 12 },
    { name: 'prod', objects: 0 },
  ],
  findings: [
    {
      environment: 'prod',
      severity: 'error',
      rule: 'render',
      problem: 'nobody declares "a, b": 100%\nsecond line',
      remedy: 'declare it',
      value: 'flink.jobs.sum.reads',
      file: 'values-prod.yaml',
      line: 7,
    },
    {
      environment: 'prod',
      severity: 'warning',
      rule: 'kafka-topic-replicas',
      problem: 'one copy',
      remedy: 'set 3',
      path: 'spec.replicas',
      value: 'kafka.topics.clicks.replicas',
      object: {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaTopic',
        name: 'clicks',
      },
      file: 'values.yaml',
      line: 3,
    },
    {
      environment: 'prod',
      severity: 'info',
      rule: 'flink-tag',
      problem: 'a tag may move',
      remedy: 'add its digest',
      accepted: 'the registry forbids it',
      file: 'values.yaml',
      line: 1,
    },
  ],
};
