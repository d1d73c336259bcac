import { formProblems, formToSpec, toFormProblem } from './formToSpec';
import { PipelineForm } from './pipelineForm';

const form: PipelineForm = {
  name: 'orders',
  owner: 'group:default/data-team',
  topics: [
    { name: 'purchases', partitions: 3 },
    { name: 'shared', external: true },
  ],
  flinkJobs: [
    {
      name: 'sum',
      image: 'registry.example:5000/flink:2.1',
      jar: 'local:///opt/sum.jar',
      reads: ['purchases'],
    },
  ],
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

const imageOf = (image: string) => {
  const spec = formToSpec({
    ...form,
    flinkJobs: [{ ...form.flinkJobs![0], image }],
  });
  const { flink } = spec.values as unknown as {
    flink: { jobs: { sum: { image: object } } };
  };
  return flink.jobs.sum.image;
};

describe('formToSpec', () => {
  it('puts each answer where the chart reads it', () => {
    expect(formToSpec(form)).toMatchObject({
      pipeline: { name: 'orders', owner: 'group:default/data-team' },
      environments: { dev: { cluster: 'east', namespace: 'data' } },
      values: {
        global: { kafka: { cluster: 'analytics', namespace: 'kafka' } },
        kafka: {
          topics: { purchases: { partitions: 3 }, shared: { external: true } },
        },
        flink: {
          jobs: { sum: { reads: ['purchases'], upgrade: 'savepoint' } },
        },
      },
    });
  });

  it.each([
    ['flink:2.1', { repository: 'flink', tag: '2.1' }],
    ['flink', { repository: 'flink', tag: 'latest' }],
    [
      'registry.example:5000/team/flink',
      { repository: 'registry.example:5000/team/flink', tag: 'latest' },
    ],
    [
      'registry.example:5000/flink:2.1',
      { repository: 'registry.example:5000/flink', tag: '2.1' },
    ],
    ['flink@sha256:abc', { repository: 'flink', digest: 'sha256:abc' }],
  ])('reads the image %s', (image, parts) => {
    expect(imageOf(image)).toEqual(parts);
  });

  it('keeps a topic named __proto__ a topic', () => {
    const { kafka } = formToSpec({ ...form, topics: [{ name: '__proto__' }] })
      .values as unknown as { kafka: { topics: object } };
    expect(Object.keys(kafka.topics)).toEqual(['__proto__']);
  });
});

describe('formProblems', () => {
  it('finds two rows with one name, which a map would hide', () => {
    const [topic] = form.topics!;
    expect(formProblems({ ...form, topics: [topic, topic] })).toEqual([
      {
        path: 'Topics › purchases',
        problem: 'stands there twice',
        remedy: 'remove or rename one of them',
      },
    ]);
  });

  it('wants a job', () => {
    expect(formProblems({ ...form, flinkJobs: [] })[0].path).toBe('Flink jobs');
  });

  it('finds nothing wrong with a good form', () => {
    expect(formProblems(form)).toEqual([]);
  });
});

describe('toFormProblem', () => {
  it.each([
    ['pipeline.name', 'Name'],
    ['environments.dev.namespace', 'Namespace'],
    ['environments.dev', 'Environment'],
    ['values.kafka.topics.a.b.partitions', 'Topics › a.b › partitions'],
    ['values.flink.jobs.sum', 'Flink jobs › sum'],
    ['values.flink.jobs.sum.reads', 'Flink jobs › sum › reads'],
    ['values.global.kafka.mode', 'values.global.kafka.mode'],
  ])('calls %s %s', (path, field) => {
    const named = toFormProblem({ path, problem: 'p', remedy: 'r' });
    expect(named).toEqual({ path: field, problem: 'p', remedy: 'r' });
  });
});
