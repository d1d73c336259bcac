import { objects } from './__testUtils__/objects';
import { compare } from './compare';

const BEFORE = `
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata: { name: clicks, namespace: kafka }
spec: { partitions: 6, config: { retention.ms: 2 } }
---
apiVersion: example.com/v1
kind: Unknown
metadata: { name: unknown }
spec: { a: 1 }
---
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: web-count }
spec: { mode: native, job: {} }
`;

const AFTER = BEFORE.replace('v1beta2', 'v1')
  .replace('partitions: 6', 'partitions: 12')
  .replace('retention.ms: 2', 'retention.ms: 1')
  .replace('a: 1', 'a: 2')
  .replace('mode: native', 'mode: standalone');

describe('compare', () => {
  it('says nothing of what stays and what comes', () => {
    expect(compare(objects(BEFORE), objects(BEFORE))).toEqual([]);
    expect(compare([], objects(BEFORE))).toEqual([]);
  });

  it('says the worst first, of each object by its name', () => {
    expect(
      compare(objects(BEFORE), objects(AFTER)).map(
        ({ severity, object, path }) => ({ severity, object, path }),
      ),
    ).toEqual([
      {
        severity: 'refused',
        path: 'spec.mode',
        object: {
          apiVersion: 'flink.apache.org/v1beta1',
          kind: 'FlinkDeployment',
          name: 'web-count',
        },
      },
      ...['spec.partitions', 'spec.config.retention.ms'].map(path => ({
        severity: 'warning',
        path,
        object: {
          apiVersion: 'kafka.strimzi.io/v1beta2',
          kind: 'KafkaTopic',
          namespace: 'kafka',
          name: 'clicks',
        },
      })),
    ]);
  });

  it('tells objects of two namespaces apart', () => {
    const moved = BEFORE.replace('namespace: kafka', 'namespace: other');
    expect(compare(objects(BEFORE), objects(moved))).toEqual([
      expect.objectContaining({ severity: 'warning', path: '' }),
    ]);
  });

  it('changes nothing that it reads', () => {
    const [before, after] = [objects(BEFORE), objects(AFTER)];
    compare(before, after);
    expect(before).toEqual(objects(BEFORE));
    expect(after).toEqual(objects(AFTER));
  });

  it('bears objects that hold nothing', () => {
    const empty = [
      'kafka.strimzi.io/v1 Kafka',
      'kafka.strimzi.io/v1 KafkaNodePool',
      'kafka.strimzi.io/v1 KafkaTopic',
      'kafka.strimzi.io/v1 KafkaConnect',
      'platform.confluent.io/v1beta1 Kafka',
      'platform.confluent.io/v1beta1 KafkaTopic',
      'flink.apache.org/v1beta1 FlinkDeployment',
      'flink.apache.org/v1beta1 FlinkSessionJob',
      'sparkoperator.k8s.io/v1beta2 SparkApplication',
      'apps/v1 StatefulSet',
      'batch/v1 Job',
      'v1 PersistentVolumeClaim',
    ].map(text => {
      const [apiVersion, kind] = text.split(' ');
      return { apiVersion, kind, metadata: { name: 'empty' } };
    });
    expect(compare(empty, empty)).toEqual([]);
    expect(() => compare(empty, [])).not.toThrow();
  });
});
