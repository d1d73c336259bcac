import { totals } from './__testUtils__/totals';

describe('totalsOf Flink', () => {
  const flink = (spec: string) => `
    apiVersion: flink.apache.org/v1beta1
    kind: FlinkDeployment
    metadata: { name: sum }
    spec:
      jobManager: { replicas: 2, resource: { cpu: 0.5, memory: 1024m } }
      taskManager: { resource: { cpu: 2, memory: 2g } }
      ${spec}`;
  const slots = `flinkConfiguration: { taskmanager.numberOfTaskSlots: "2" }`;

  it('counts JobManagers and as many TaskManagers as the parallelism fills', () => {
    expect(
      totals(
        flink(`job: { parallelism: 5 }
      ${slots}`),
      ),
    ).toEqual([5, 7, 8, 0]);
  });

  it('reads nested settings as well', () => {
    expect(
      totals(
        flink(`job: { parallelism: 4 }
      flinkConfiguration: { taskmanager: { numberOfTaskSlots: 4 } }`),
      ),
    ).toEqual([3, 3, 4, 0]);
  });

  it('takes the replicas that a standalone cluster says', () => {
    expect(
      totals(
        flink(`job: { parallelism: 1 }
      mode: standalone
      taskManager: { replicas: 3, resources: { requests: { cpu: 1, memory: 1Gi } } }`).replace(
          /taskManager: \{ resource:.*\n/,
          '\n',
        ),
      ),
    ).toEqual([5, 4, 5, 0]);
  });

  it('is at the limit of an autoscaler, and unknown without one', () => {
    const scaled = (more: string) =>
      flink(`job: { parallelism: 1 }
      flinkConfiguration: { job.autoscaler.enabled: "true", ${more} }`);
    expect(
      totals(scaled('job.autoscaler.vertex.max-parallelism: "4"')),
    ).toEqual([6, 9, 10, 0]);
    expect(totals(scaled(''))).toEqual([2, 1, 2, 0, 'FlinkDeployment/sum']);
  });

  it('is nothing while the job is suspended', () => {
    expect(totals(flink('job: { state: suspended }'))).toEqual([0, 0, 0, 0]);
  });

  it('has TaskManagers for the jobs of a session, and says where there are none', () => {
    const job = (name: string, parallelism: number) => `
---
    apiVersion: flink.apache.org/v1beta1
    kind: FlinkSessionJob
    metadata: { name: ${name} }
    spec: { deploymentName: sum, job: { parallelism: ${parallelism} } }`;
    expect(totals(flink(slots) + job('a', 3) + job('b', 2))).toEqual([
      5, 7, 8, 0,
    ]);
    expect(totals(flink(slots))).toEqual([2, 1, 2, 0, 'FlinkDeployment/sum']);
  });

  it('adds sidecars and volumes of the pod templates', () => {
    expect(
      totals(
        flink(`job: { parallelism: 1 }
      podTemplate:
        spec:
          containers:
            - { name: flink-main-container }
            - { name: agent, resources: { requests: { cpu: 100m, memory: 1Gi } } }
          volumes:
            - { name: state, ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 5Gi } } } } } }`),
      ),
    ).toEqual([3, 3.3, 7, 15]);
  });

  it('names a deployment whose role has no size', () => {
    expect(
      totals(`
        apiVersion: flink.apache.org/v1beta1
        kind: FlinkDeployment
        metadata: { name: sum }
        spec: { job: { parallelism: 1 } }`),
    ).toEqual([2, 0, 0, 0, 'FlinkDeployment/sum']);
  });
});
