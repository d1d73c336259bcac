import { parse } from 'yaml';
import { podsOf } from './podsOf';

const pods = (text: string) =>
  podsOf(parse(text)).map(({ path, spec }) => ({
    path,
    containers: spec.containers?.map(({ name }) => name),
  }));

describe('podsOf', () => {
  it('finds the pod of a workload', () => {
    expect(
      pods(`
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: run }] } } } } }
`),
    ).toEqual([
      { path: 'spec.jobTemplate.spec.template.spec', containers: ['run'] },
    ]);
  });

  it("lays the template of Flink's role over the one for both, containers by name", () => {
    const object = parse(`
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: a }
spec:
  podTemplate:
    spec:
      priorityClassName: low
      containers: [{ name: side, image: a }, { name: flink-main-container }]
  taskManager:
    podTemplate:
      spec:
        containers: [{ name: side, image: b }, { name: more }]
`);
    expect(podsOf(object).map(({ path }) => path)).toEqual([
      'spec.podTemplate.spec',
      'spec.taskManager.podTemplate.spec',
    ]);
    expect(podsOf(object)[1].spec).toEqual({
      priorityClassName: 'low',
      containers: [
        { name: 'side', image: 'b' },
        { name: 'flink-main-container' },
        { name: 'more' },
      ],
    });
  });

  it('knows the container that an operator adds', () => {
    expect(
      pods(`
apiVersion: sparkoperator.k8s.io/v1beta2
kind: ScheduledSparkApplication
metadata: { name: a }
spec: {}
`),
    ).toEqual([
      {
        path: 'spec.template.driver.template.spec',
        containers: ['spark-kubernetes-driver'],
      },
      {
        path: 'spec.template.executor.template.spec',
        containers: ['spark-kubernetes-executor'],
      },
    ]);
  });

  it('finds none in other kinds', () => {
    expect(pods('{ apiVersion: v1, kind: Service, metadata: {} }')).toEqual([]);
  });
});
