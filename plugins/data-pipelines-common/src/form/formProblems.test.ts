import { formProblems } from './formProblems';
import { PipelineForm } from './pipelineForm';

const form: PipelineForm = {
  name: 'orders',
  owner: 'group:default/data-team',
  topics: [{ name: 'purchases' }],
  flinkJobs: [{ name: 'sum', image: 'flink:2.1', jar: 'local:///opt/sum.jar' }],
  environment: 'dev',
  cluster: 'east',
  namespace: 'data',
  kafka: {
    cluster: 'analytics',
    namespace: 'kafka',
    bootstrapServers: 'analytics:9092',
  },
  storageUri: 's3://state/orders',
};

describe('formProblems', () => {
  it('finds two topics with one name, which a map would hide', () => {
    const [topic] = form.topics!;
    expect(formProblems({ ...form, topics: [topic, topic] })).toEqual([
      {
        path: 'Topics › purchases',
        problem: 'stands there twice',
        remedy: 'remove or rename one of them',
      },
    ]);
  });

  it('finds two jobs with one consumer group, whatever runs them', () => {
    const sparkJobs = [
      { name: 'sum', image: 'spark:4.0.4', main: 'local:///opt/sum.py' },
    ];
    expect(formProblems({ ...form, sparkJobs })).toEqual([
      {
        path: 'Jobs › sum',
        problem:
          'two jobs have this name and would share the consumer group "orders-dev-sum"',
        remedy: 'remove or rename one of them',
      },
    ]);
  });

  it('wants a name in every row', () => {
    const topics = [{ name: 'purchases' }, { name: '' }, { name: '' }];
    expect(formProblems({ ...form, topics }).map(({ path }) => path)).toEqual([
      'Topics › row 2',
      'Topics › row 3',
    ]);
  });

  it('wants a job', () => {
    expect(formProblems({ ...form, flinkJobs: [] })[0].path).toBe('Jobs');
  });

  it('wants none of a Kafka cluster', () => {
    const create = { brokers: 3, controllers: 3 };
    const kafka = { ...form.kafka, create };
    expect(formProblems({ ...form, kafka, flinkJobs: [] })).toEqual([]);
  });

  it('finds nothing wrong with a good form', () => {
    expect(formProblems(form)).toEqual([]);
  });
});
