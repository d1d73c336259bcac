import {
  KnownObjects,
  ObjectIndex,
  ObjectMetadata,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { subjectOf } from './subject';

const FLINK = 'flinkdeployments.flink.apache.org';
const KUBEFLOW = 'sparkapplications.sparkoperator.k8s.io';

function metadata(
  name: string,
  labels: Record<string, string> = {},
): ObjectMetadata {
  return { name, namespace: 'data', labels, annotations: {} };
}

describe('subjectOf', () => {
  const source = new ObjectIndex();
  const put = <R extends ResourceId>(resource: R, object: object) =>
    source.put(resource, object as KnownObjects[R]);
  put(FLINK, { metadata: metadata('orders') });
  put(KUBEFLOW, { metadata: metadata('report') });
  put('kafkas.kafka.strimzi.io', { metadata: metadata('analytics') });
  put('statefulsets.apps', { metadata: metadata('sums-taskmanager') });
  put('jobs.batch', { metadata: metadata('nightly-1') });
  put('pods', { metadata: metadata('orders-x', { app: 'orders' }) });
  put('flinkstatesnapshots.flink.apache.org', {
    metadata: metadata('orders-manual'),
    spec: { jobReference: { kind: 'FlinkDeployment', name: 'orders' } },
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['orders-x', { app: 'orders' }, 'FlinkDeployment orders'],
    [
      'report-driver',
      { 'sparkoperator.k8s.io/app-name': 'report' },
      'SparkApplication report',
    ],
    ['a-kafka-0', { 'strimzi.io/cluster': 'analytics' }, 'Kafka analytics'],
    ['nightly-1-abcde', { 'job-name': 'nightly-1' }, 'Job nightly-1'],
    ['sums-taskmanager-3', {}, 'StatefulSet sums-taskmanager'],
    ['else', { app: 'else' }, undefined],
  ])('gives pod %s with %j to %s', (name, labels, expected) => {
    const found = subjectOf(
      'pods',
      { metadata: metadata(name, labels) },
      source,
    );
    expect(found && `${found.kind} ${found.metadata.name}`).toBe(expected);
  });

  it.each([
    ['Pod', 'orders-x', 'FlinkDeployment orders'],
    ['Deployment', 'orders', 'FlinkDeployment orders'],
    ['ReplicaSet', 'orders-84cc4dcd', 'FlinkDeployment orders'],
    ['FlinkStateSnapshot', 'orders-manual', 'FlinkDeployment orders'],
    ['SparkApplication', 'report', 'SparkApplication report'],
    ['Kafka', 'analytics', 'Kafka analytics'],
    ['Pod', 'gone', undefined],
    ['Node', 'orders', undefined],
  ])('gives an event about %s %s to %s', (kind, name, expected) => {
    const event = {
      metadata: metadata('e'),
      involvedObject: { kind, namespace: 'data', name },
    };
    const found = subjectOf('events', event, source);
    expect(found && `${found.kind} ${found.metadata.name}`).toBe(expected);
  });

  it('gives a snapshot to its job', () => {
    const snapshot = source.get(
      'flinkstatesnapshots.flink.apache.org',
      'data',
      'orders-manual',
    )!;
    expect(
      subjectOf('flinkstatesnapshots.flink.apache.org', snapshot, source),
    ).toMatchObject({ resource: FLINK, metadata: { name: 'orders' } });
  });
});
