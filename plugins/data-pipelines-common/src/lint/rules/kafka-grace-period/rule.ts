import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** Strimzi's own default. */
const DEFAULT = 30;
const ENOUGH = 120;

export const rule: LintRule = {
  id: 'kafka-grace-period',
  summary: 'A broker has two minutes to hand over and close its files.',
  why: 'A broker that is killed checks all its files when it comes back, which takes many minutes with large disks.',
  check: pipeline =>
    nodePools(pipeline).flatMap(pool => {
      const seconds =
        pool.spec.template?.pod?.terminationGracePeriodSeconds ?? DEFAULT;
      return seconds >= ENOUGH || !pool.spec.roles?.includes('broker')
        ? []
        : violation(pool, {
            path: 'spec.template.pod.terminationGracePeriodSeconds',
            problem: `a broker is killed ${seconds} seconds after it is asked to stop`,
            remedy: `Give it ${ENOUGH} seconds or more.`,
            value: `values.kafka.cluster.pools.${pool.metadata.name}.pod.terminationGracePeriodSeconds`,
          });
    }),
};
