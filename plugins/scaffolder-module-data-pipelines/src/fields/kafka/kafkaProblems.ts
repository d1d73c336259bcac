import { KafkaForm } from '@headworks/backstage-plugin-data-pipelines-common';

export type KafkaInput =
  | 'cluster'
  | 'namespace'
  | 'bootstrapServers'
  | 'replicas';

/** What is wrong with a Kafka, by its input; a sentence each. */
export function kafkaProblems(
  kafka: Partial<KafkaForm>,
): Partial<Record<KafkaInput, string>> {
  const { cluster, namespace, bootstrapServers, replicas } = kafka;
  return {
    ...(!cluster && { cluster: "Give the name of the Kafka's resource." }),
    ...(!namespace && { namespace: 'Give the namespace of the Kafka.' }),
    ...(!/^[^\s:,]+:\d+(,[^\s:,]+:\d+)*$/.test(bootstrapServers ?? '') && {
      bootstrapServers:
        'Write host:port, and a comma between several, such as analytics-kafka-bootstrap.kafka:9092.',
    }),
    ...(replicas !== undefined &&
      !(Number.isInteger(replicas) && replicas > 0) && {
        replicas: 'A topic has at least 1 copy.',
      }),
  };
}
