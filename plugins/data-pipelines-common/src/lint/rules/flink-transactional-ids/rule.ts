import { envOf } from '../../kinds/enginePod';
import { flinkClusters, podsOf, valueOf } from '../../kinds/flink';
import { transactionsOf } from '../../kinds/flinkTransactions';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const NAME = 'KAFKA_TRANSACTIONAL_ID_PREFIX';

export const rule: LintRule = {
  id: 'flink-transactional-ids',
  summary: 'Each job names its transactions for itself.',
  why: 'Kafka fences a producer as soon as another one comes with its transactional id: two jobs with one prefix throw each other out, for ever.',
  check: pipeline => {
    const clusters = flinkClusters(pipeline).map(cluster => ({
      cluster,
      prefix: envOf(podsOf(cluster), NAME),
    }));
    return clusters.flatMap(({ cluster, prefix }, index) => {
      const other = clusters
        .slice(0, index)
        .find(before => prefix !== undefined && before.prefix === prefix);
      const missing = prefix === undefined && transactionsOf(cluster);
      if (!other && !missing) return [];
      return violation((cluster.jobManager ?? cluster).object, {
        path: cluster.operated ? 'spec.podTemplate' : 'spec.template',
        problem: other
          ? `${NAME} is ${prefix}, as it is of ${other.cluster.name}`
          : `the job writes in transactions, and ${NAME} is not set`,
        remedy: `Take ${NAME} out of env and override: each job that writes a topic has one of its own.`,
        value: valueOf(cluster, other ? 'env' : 'writes'),
      });
    });
  },
};
