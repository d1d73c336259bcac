import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-cluster-apart',
  summary: 'A Kafka cluster is a release of its own.',
  why: 'Uninstalling or rolling back the pipeline does the same to the cluster and to the topics of everybody else on it.',
  check: pipeline =>
    pipeline.jobs.length === 0
      ? []
      : kafkaClusters(pipeline).flatMap(({ kafka }) =>
          violation(kafka, {
            path: '',
            problem: `it shares a release with ${pipeline.jobs
              .map(({ name }) => name)
              .join(', ')}`,
            remedy:
              'Set kafka.cluster.create to false here, and make the cluster in a pipeline of its own.',
            value: 'values.kafka.cluster.create',
          }),
        ),
};
