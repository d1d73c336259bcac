import { LintFinding } from '@headworks/backstage-plugin-data-pipelines-common';
import { describeFinding } from './describeFinding';

const finding: LintFinding = {
  rule: 'flink-slots',
  severity: 'error',
  object: {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    name: 'orders-sum',
  },
  path: 'spec.job.parallelism',
  problem: 'it has 3 slots and wants 4',
  remedy: 'Lower it.',
};

describe('describeFinding', () => {
  it('stands at the field of the form that decides', () => {
    expect(
      describeFinding({
        ...finding,
        value: 'values.flink.jobs.sum.parallelism',
      }),
    ).toBe(
      'Jobs › sum › parallelism: it has 3 slots and wants 4; Lower it. (error flink-slots of FlinkDeployment/orders-sum)',
    );
  });

  it('names the object where no field decides, and the reason of who accepted it', () => {
    expect(describeFinding({ ...finding, accepted: 'a test' })).toBe(
      'FlinkDeployment/orders-sum spec.job.parallelism: it has 3 slots and wants 4; Lower it. (error flink-slots of FlinkDeployment/orders-sum, accepted: a test)',
    );
  });
});
