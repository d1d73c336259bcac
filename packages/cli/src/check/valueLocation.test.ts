import { locateValue } from './valueLocation';

const dev = {
  path: 'values-dev.yaml',
  content: `# dev
flink:
  jobs:
    sum:
      parallelism: 2
`,
};
const base = {
  path: 'values.yaml',
  content: `kafka:
  topics:
    web.clicks: { partitions: 3 }
    web:
      partitions: 1
flink:
  jobs:
    sum:
      reads: [web]
      writes:
        - one
        - two
`,
};

describe('locateValue', () => {
  it.each([
    ['flink.jobs.sum.parallelism', 'values-dev.yaml', 5],
    ['flink.jobs.sum.reads', 'values.yaml', 9],
    ['flink.jobs.sum.writes[1]', 'values.yaml', 12],
    ['flink.jobs.sum.writes.1', 'values.yaml', 12],
    ['kafka.topics.web.clicks.partitions', 'values.yaml', 3],
    ['kafka.topics.web.partitions', 'values.yaml', 5],
    ['kafka.topics.web.replicas', 'values.yaml', 4],
    ['flink.jobs.sum.resources.cpu', 'values-dev.yaml', 4],
    ['spark.jobs', 'values-dev.yaml', 1],
    ['', 'values-dev.yaml', 1],
  ])('finds %s in %s, line %i', (value, file, line) => {
    expect(locateValue(value, [dev, base])).toEqual({ file, line });
  });

  it('stays at the top of an empty file', () => {
    expect(locateValue('a.b', [{ path: 'values.yaml', content: '' }])).toEqual({
      file: 'values.yaml',
      line: 1,
    });
  });
});
