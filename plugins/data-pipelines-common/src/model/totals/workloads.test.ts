import { objects } from '../../lint/compare/__testUtils__/objects';
import { totalsOf } from '../totals';
import { totals } from './__testUtils__/totals';

describe('totalsOf plain workloads', () => {
  const container = `{ name: a, resources: { requests: { cpu: 250m }, limits: { memory: 1Gi } } }`;

  it('counts a pod as the scheduler does: containers together, or a bigger init container', () => {
    expect(
      totals(`
        apiVersion: v1
        kind: Pod
        metadata: { name: a }
        spec:
          initContainers:
            - { name: first, resources: { requests: { cpu: 1, memory: 1Gi } } }
            - { name: beside, restartPolicy: Always, resources: { requests: { cpu: 100m, memory: 1Gi } } }
          containers: [${container}]`),
    ).toEqual([1, 1, 2, 0]);
  });

  it('counts the replicas of a Deployment, or as many as its autoscaler may make', () => {
    const deployment = `
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec: { replicas: 2, template: { spec: { containers: [${container}] } } }`;
    expect(totals(deployment)).toEqual([2, 0.5, 2, 0]);
    expect(
      totals(`${deployment}
---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: { name: web }
      spec: { maxReplicas: 5, scaleTargetRef: { kind: Deployment, name: web } }`),
    ).toEqual([5, 1.25, 5, 0]);
  });

  it('counts the volumes of a StatefulSet for each pod', () => {
    expect(
      totals(`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          replicas: 3
          template: { spec: { containers: [${container}] } }
          volumeClaimTemplates:
            - { spec: { resources: { requests: { storage: 10Gi } } } }
            - { spec: { resources: { requests: { storage: 1Gi } } } }`),
    ).toEqual([3, 0.75, 3, 33]);
  });

  it('counts the pods of a Job and of a CronJob’s run', () => {
    const job = `{ parallelism: 2, template: { spec: { containers: [${container}] } } }`;
    const both = (spec: string) => `
      apiVersion: batch/v1
      kind: CronJob
      metadata: { name: nightly }
      spec: ${spec}
---
      apiVersion: batch/v1
      kind: Job
      metadata: { name: once }
      spec: ${job}`;
    expect(totals(both(`{ jobTemplate: { spec: ${job} } }`))).toEqual([
      4, 1, 4, 0,
    ]);
    expect(
      totals(both(`{ suspend: true, jobTemplate: { spec: ${job} } }`)),
    ).toEqual([2, 0.5, 2, 0]);
  });

  it('counts a claim that stands alone, and those in a pod’s volumes', () => {
    expect(
      totals(`
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: a }
        spec: { resources: { requests: { storage: 2Gi } } }
---
        apiVersion: v1
        kind: Pod
        metadata: { name: a }
        spec:
          containers: [${container}]
          volumes:
            - { name: x, ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 3Gi } } } } } }`),
    ).toEqual([1, 0.25, 1, 5]);
  });

  it('leaves out pods that only `helm test` starts', () => {
    expect(
      totals(`
        apiVersion: v1
        kind: Pod
        metadata: { name: a, annotations: { helm.sh/hook: test } }
        spec: { containers: [{ name: a }] }`),
    ).toEqual([0, 0, 0, 0]);
  });

  it('names what asks for no amount', () => {
    expect(
      totalsOf(
        objects(`
          apiVersion: v1
          kind: Pod
          metadata: { name: a, namespace: b }
          spec: { containers: [${container}, { name: more }] }`),
      ),
    ).toMatchObject({
      pods: 1,
      unsized: [{ apiVersion: 'v1', kind: 'Pod', namespace: 'b', name: 'a' }],
    });
  });
});
