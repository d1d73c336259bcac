import { parse } from 'yaml';
import { RenderedPipeline } from '../RenderedPipeline';
import { flinkWorkloads, isStateful, podsOf } from './flink';

const workloads = (text: string) =>
  flinkWorkloads(new RenderedPipeline({ objects: parse(text), values: {} }));

describe('flinkWorkloads', () => {
  it('reads a job without an operator from its StatefulSets and ConfigMap', () => {
    const [job] = workloads(`
- apiVersion: apps/v1
  kind: StatefulSet
  metadata: { name: shop-sum-jobmanager, namespace: a, labels: { headworks.dev/job: sum } }
  spec:
    replicas: 0
    template:
      spec:
        serviceAccountName: shop-sum
        containers:
          - image: sum:1
            args: [standalone-job, --jars, local:///sum.jar, --fromSavepoint, s3://a/1, --, --jars, other]
- apiVersion: apps/v1
  kind: StatefulSet
  metadata: { name: shop-sum-taskmanager, namespace: a, labels: { headworks.dev/job: sum } }
  spec: { replicas: 3, template: { spec: { containers: [{ args: [taskmanager] }] } } }
- apiVersion: v1
  kind: ConfigMap
  metadata: { name: other, namespace: b, labels: { headworks.dev/job: sum } }
  data: { config.yaml: 'parallelism.default: 9' }
- apiVersion: v1
  kind: ConfigMap
  metadata: { name: shop-sum, namespace: a, labels: { headworks.dev/job: sum } }
  data:
    config.yaml: |
      parallelism: { default: "8" }
      execution.checkpointing.interval: 1m
      taskmanager.memory.process.size: 4g
`);
    expect(job).toMatchObject({
      name: 'sum',
      operated: false,
      object: { kind: 'ConfigMap', metadata: { name: 'shop-sum' } },
      job: {
        jarURI: 'local:///sum.jar',
        parallelism: 8,
        initialSavepointPath: 's3://a/1',
        state: 'suspended',
      },
      serviceAccount: 'shop-sum',
      taskManager: { replicas: 3, memory: '4g' },
    });
    expect(isStateful(job)).toBe(true);
  });

  it('gives a job in a session the settings and pods of its session', () => {
    const [session, job] = workloads(`
- apiVersion: flink.apache.org/v1beta1
  kind: FlinkSessionJob
  metadata: { name: shop-sum, namespace: a, labels: { headworks.dev/job: sum } }
  spec: { deploymentName: shop-shared, flinkConfiguration: { b: 3 }, job: {} }
- apiVersion: flink.apache.org/v1beta1
  kind: FlinkDeployment
  metadata: { name: shop-shared, namespace: a }
  spec:
    flinkConfiguration: { a: 1, b: 2 }
    podTemplate: { spec: { serviceAccountName: shared } }
`);
    expect([session.shape, session.name]).toEqual(['session', 'shop-shared']);
    expect([job.shape, job.name]).toEqual(['session job', 'sum']);
    expect(Object.fromEntries(job.settings)).toEqual({ a: '1', b: '3' });
    expect(podsOf(job)[0].spec?.serviceAccountName).toBe('shared');
  });

  it('takes a JobManager whose ConfigMap is missing as one without settings', () => {
    const [job] = workloads(`
- apiVersion: apps/v1
  kind: StatefulSet
  metadata: { name: lone }
  spec: { template: { spec: { containers: [{ args: [standalone-job] }] } } }
`);
    expect([job.object.kind, job.settings.size]).toEqual(['StatefulSet', 0]);
  });
});
