import { reads } from '../describe';
import { Parameter } from '../Operation';
import { CLUSTER } from '../parameters';

export const clusters = {
  get: reads({
    id: 'listClusters',
    tag: 'wizard',
    summary: 'The clusters to choose from',
    answer: 'ClusterList',
    says: 'Every cluster that the portal is configured with',
    failures: [403],
  }),
};

export const clusterNamespaces = {
  get: reads({
    id: 'listNamespaces',
    tag: 'wizard',
    summary: 'The namespaces of a cluster to choose from',
    parameters: [CLUSTER],
    answer: 'NamespaceList',
    says: 'Its namespaces, or why they are not known',
    failures: [403, 404],
  }),
};

export const clusterKafka = {
  get: reads({
    id: 'listKafkaClusters',
    tag: 'wizard',
    summary: 'The Kafka clusters of a cluster to choose from',
    parameters: [CLUSTER],
    answer: 'KafkaClusterList',
    says: 'Its Kafka clusters with their listeners, or why they are not known',
    failures: [403, 404],
  }),
};

const name = (what: string, description: string): Parameter => ({
  ...CLUSTER,
  name: what,
  description,
  example: 'kafka',
});

export const kafkaTopics = {
  get: reads({
    id: 'listTopics',
    tag: 'wizard',
    summary: 'The topics of a Kafka cluster to choose from',
    parameters: [
      CLUSTER,
      name('namespace', 'Namespace of the Kafka cluster in Kubernetes'),
      name('kafka', 'Name of the Kafka cluster'),
    ],
    answer: 'KafkaTopicList',
    says: 'Its topics, or why they are not known',
    failures: [403, 404],
  }),
};
