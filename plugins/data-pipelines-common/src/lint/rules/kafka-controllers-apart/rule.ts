import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-controllers-apart',
  summary: 'Controllers of Kafka run on nodes of their own.',
  why: 'A broker that is busy or full takes a controller on the same node with it, and a node with both roles cannot be scaled as easily.',
  check: pipeline =>
    nodePools(pipeline).flatMap(pool => {
      const roles = pool.spec.roles ?? [];
      return roles.includes('controller') && roles.includes('broker')
        ? violation(pool, {
            path: 'spec.roles',
            problem: 'its nodes are broker and controller at once',
            remedy:
              'Make a pool with role controller alone and take that role from this one.',
            value: `values.kafka.cluster.pools.${pool.metadata.name}.roles`,
          })
        : [];
    }),
};
