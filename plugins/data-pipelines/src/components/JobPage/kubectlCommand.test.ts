import { kubectlCommand } from './kubectlCommand';

const place = { cluster: 'east', namespace: 'data', name: 'orders-sum' };

describe('kubectlCommand', () => {
  it.each([
    [
      'flink.apache.org/v1beta1',
      'FlinkDeployment',
      'flinkdeployments.v1beta1.flink.apache.org',
    ],
    [
      'spark.apache.org/v1',
      'SparkApplication',
      'sparkapplications.v1.spark.apache.org',
    ],
    ['apps/v1', 'StatefulSet', 'statefulsets.v1.apps'],
    ['v1', 'Pod', 'pods'],
    ['example.com/v1', 'Other', 'other.v1.example.com'],
  ])('names %s %s in full', (apiVersion, kind, resource) => {
    expect(kubectlCommand({ ...place, apiVersion, kind })).toBe(
      `kubectl describe ${resource} orders-sum --namespace data`,
    );
  });
});
