import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-cpu-limit',
  summary: 'A broker may use idle CPU.',
  why: 'A broker at its CPU limit is stopped many times a second: its copies fall out of sync and controllers think it dead.',
  check: pipeline =>
    nodePools(pipeline)
      .filter(({ spec }) => spec.roles?.includes('broker'))
      .flatMap(pool => {
        const limit = pool.spec.resources?.limits?.cpu;
        return limit === undefined
          ? []
          : violation(pool, {
              path: 'spec.resources.limits.cpu',
              problem: `a broker is held at ${limit} CPU even where more is free`,
              remedy: 'Remove the CPU limit and keep the request.',
              value: `values.kafka.cluster.pools.${pool.metadata.name}.override`,
            });
      }),
};
