import { refusalProblems, refusalText } from './helmRefusal';

const OURS = `helm template refused:
level=INFO msg="found symbolic link in path" path=/tmp/a/charts
walk.go:75: found symbolic link in path: /tmp/a/charts resolves to /tmp/b
Error: execution error at (orders/templates/validate.yaml:1:4):${' '}
2 problem(s) in the values:
- global.environment: no environment is chosen; add -f values-<environment>.yaml
- kafka.topics.a.b: 3 copies need 3 brokers; lower replicas; or add brokers


Use --debug flag to render out invalid YAML`;

const SCHEMA = `helm template refused:
Error: values don't meet the specifications of the schema(s) in the following chart(s):
kafka:
- at '/topics/clicks/partitions': got string, want integer
`;

describe('refusalText', () => {
  it('is the problems alone where our charts collected them', () => {
    expect(refusalText(OURS).split('\n')).toEqual([
      'global.environment: no environment is chosen; add -f values-<environment>.yaml',
      'kafka.topics.a.b: 3 copies need 3 brokers; lower replicas; or add brokers',
    ]);
  });

  it('is Helm’s own words otherwise', () => {
    expect(refusalText(SCHEMA)).toBe(
      SCHEMA.replace('helm template refused:\n', '').trim(),
    );
  });
});

describe('refusalProblems', () => {
  it('takes each problem apart', () => {
    expect(refusalProblems(refusalText(OURS))).toEqual([
      {
        path: 'values.global.environment',
        problem: 'no environment is chosen',
        remedy: 'add -f values-<environment>.yaml',
      },
      {
        path: 'values.kafka.topics.a.b',
        problem: '3 copies need 3 brokers',
        remedy: 'lower replicas; or add brokers',
      },
    ]);
  });

  it('finds none in Helm’s own words', () => {
    expect(refusalProblems(refusalText(SCHEMA))).toEqual([]);
  });
});
