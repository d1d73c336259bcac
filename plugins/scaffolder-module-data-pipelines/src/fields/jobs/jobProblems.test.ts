import { flinkProblems, JobContext, sparkProblems } from './jobProblems';

const context: JobContext = {
  pipeline: 'shop',
  topics: ['clicks'],
  others: ['report'],
};
const flink = {
  name: 'sum',
  image: 'flink:2.1',
  jar: 'local:///opt/sum.jar',
  reads: ['clicks'],
};
const spark = { name: 'daily', image: 'spark:4', main: 'local:///opt/d.py' };

describe('flinkProblems', () => {
  it('finds nothing wrong with a good job', () => {
    expect(flinkProblems([flink], context)).toEqual([]);
  });

  it.each([
    ['name', '', 'Give the job a name.'],
    ['name', 'My Job', 'Use lower-case letters'],
    ['name', 'report', 'Another job has this name'],
    ['name', 'x'.repeat(41), 'more than 45 characters'],
    ['image', '', 'Give the image'],
    ['jar', '/opt/sum.jar', 'Say where the jar is'],
    ['parallelism', 0, 'at least 1'],
    ['reads', ['gone', 'lost'], 'gone, lost is not among the topics'],
    ['writes', ['gone'], 'gone is not among the topics'],
  ])('says what is wrong with the %s %s', (input, value, sentence) => {
    const problems = flinkProblems([{ ...flink, [input]: value }], context);
    expect(problems).toEqual([
      { index: 0, input, message: expect.stringContaining(sentence) },
    ]);
  });

  it('blames the second of two with one name', () => {
    expect(flinkProblems([flink, flink], context)).toMatchObject([
      { index: 1, input: 'name' },
    ]);
  });
});

describe('sparkProblems', () => {
  it('finds nothing wrong with a job that runs once', () => {
    expect(sparkProblems([spark], context)).toEqual([]);
  });

  it.each([
    ['main', '', 'Say where jar or script is'],
    ['schedule', 'daily', 'Write five fields'],
  ])('says what is wrong with the %s "%s"', (input, value, sentence) => {
    expect(sparkProblems([{ ...spark, [input]: value }], context)).toEqual([
      { index: 0, input, message: expect.stringContaining(sentence) },
    ]);
  });
});
