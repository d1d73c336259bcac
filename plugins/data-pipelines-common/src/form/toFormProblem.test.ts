import { formField, toFormProblem } from './toFormProblem';

describe('formField', () => {
  it.each([
    ['pipeline.name', 'About › Name'],
    ['environments.dev.namespace', 'Where it runs › Namespace'],
    ['environments.dev', 'Where it runs › Environment'],
    ['values.kafka.topics.a.b', 'Topics › a.b'],
    ['values.kafka.topics.a.b.partitions', 'Topics › a.b › partitions'],
    ['values.flink.jobs.sum', 'Jobs › sum'],
    ['values.flink.jobs.sum.parallelism', 'Jobs › sum › parallelism'],
    ['values.flink.jobs.sum.reads.0', 'Jobs › sum › reads'],
    ['values.flink.jobs.sum.taskManager.memory', 'Jobs › sum › size'],
    ['values.spark.jobs.report.schedule', 'Jobs › report › schedule'],
    ['values.global.kafka.authentication', 'Where it runs › Kafka'],
    ['values.global.storage.uri', 'Where it runs › Storage'],
  ])('calls %s %s', (path, field) => {
    expect(formField(path)).toBe(field);
  });

  it('knows no field for what the form does not ask', () => {
    expect(formField('values.global.monitoring.enabled')).toBeUndefined();
  });
});

describe('toFormProblem', () => {
  it('keeps the path of what the form does not ask', () => {
    const problem = { path: 'values.global.x', problem: 'p', remedy: 'r' };
    expect(toFormProblem(problem)).toEqual(problem);
  });
});
