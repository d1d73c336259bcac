import { valuesYaml } from './valuesYaml';

describe('valuesYaml', () => {
  it('shows values where they stand, and what goes as a comment', () => {
    const at = ['flink', 'jobs', 'sum'];
    expect(
      valuesYaml([
        { path: [...at, 'startFrom'], value: { path: 's3://a', nonce: 2 } },
        { path: [...at, 'suspended'] },
      ]),
    ).toBe(`# without flink.jobs.sum.suspended
flink:
  jobs:
    sum:
      startFrom:
        path: s3://a
        nonce: 2`);
    expect(valuesYaml([{ path: [...at, 'suspended'] }])).toBe(
      '# without flink.jobs.sum.suspended',
    );
  });
});
