import { helmProblems } from './helmProblems';

describe('helmProblems', () => {
  it("reads the charts' own list", () => {
    expect(
      helmProblems(`helm template refused:
Error: execution error at (web/templates/validate.yaml:1:4):
2 problem(s) in the values:
- flink.jobs.sum.reads: nobody declares the topic "a: b"; add it to kafka.topics
- kafka.topics.a:b: no semicolon here

Use --debug flag to render out invalid YAML`),
    ).toEqual([
      {
        path: 'flink.jobs.sum.reads',
        problem: 'nobody declares the topic "a: b"',
        remedy: 'add it to kafka.topics',
      },
      {
        path: 'kafka.topics.a:b',
        problem: 'no semicolon here',
        remedy: 'correct the value',
      },
    ]);
  });

  it("reads what is against a chart's schema", () => {
    expect(
      helmProblems(`Error: values don't meet the specifications of the schema(s) in the following chart(s):
web:
- at '/global/environment': got number, want string
flink:
- at '/jobs/a~1b/parallelism': minimum: got 0, want 1
`).map(({ path, problem }) => `${path}: ${problem}`),
    ).toEqual([
      'global.environment: got number, want string',
      'flink.jobs.a/b.parallelism: minimum: got 0, want 1',
    ]);
  });

  it('finds nothing in another error', () => {
    expect(helmProblems('Error: no such file: values-x.yaml')).toEqual([]);
  });
});
