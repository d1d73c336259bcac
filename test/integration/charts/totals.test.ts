import { totalsOf } from '@headworks/backstage-plugin-data-pipelines-common';
import { Renderer } from './renderer';

const GIB = 1024 ** 3;

/** What people are told of real charts, worked out by hand from the values in `ci`. */
describe('totalsOf', () => {
  const renderer = new Renderer('helm4');

  beforeAll(() => renderer.start());
  afterAll(() => renderer.stop());

  it.each([
    // 2 jobs run, one rests: 1 + 2 JobManagers, 4 TaskManagers with a volume each for 2 of them.
    ['flink/operator-prod', 7, 7.5, 25.5, 100, []],
    ['flink/standalone-prod', 11, 11.5, 24.5, 0, []],
    // Python's overhead is 0.4; 8 executors at most with 2 GiB beside their 6.
    ['spark/kubeflow-prod', 15, 24, 83.17, 0, []],
    ['spark/apache-prod', 18, 31.05, 78.81, 0, []],
    ['spark/submit-prod', 18, 27.15, 71.44, 0, []],
    ['kafka/statefulset-prod', 7, 3.85, 15.5, 3030, []],
    ['kafka/confluent-prod', 6, 3.75, 27, 3102, []],
    ['kafka/strimzi-prod', 8, 3.75, 15, 3030, ['Kafka/lake']],
  ])('adds up %s', async (name, pods, cpu, memory, storage, unsized) => {
    const totals = totalsOf(await renderer.case(name));
    expect({
      pods: totals.pods,
      cpu: totals.cpu,
      memory: Math.round((totals.memory / GIB) * 100) / 100,
      storage: totals.storage / GIB,
      unsized: totals.unsized.map(one => `${one.kind}/${one.name}`),
    }).toEqual({ pods, cpu, memory, storage, unsized });
  });
});
