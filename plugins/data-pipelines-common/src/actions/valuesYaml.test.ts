import { valuesYaml } from './valuesYaml';

describe('valuesYaml', () => {
  it('shows values where they stand', () => {
    const at = ['flink', 'jobs', 'sum'];
    expect(
      valuesYaml([
        { path: [...at, 'startFrom'], value: { path: 's3://a', nonce: 2 } },
        { path: [...at, 'suspended'], value: false },
      ]),
    ).toBe(`flink:
  jobs:
    sum:
      startFrom:
        path: s3://a
        nonce: 2
      suspended: false`);
  });
});
