import {
  KafkaClusterChoice,
  KafkaForm,
  KafkaListenerChoice,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { counted } from '../../model/words';

export type Authentication = NonNullable<KafkaForm['authentication']>;

/** How a job shows who it is, in words. */
export const AUTHENTICATIONS: Record<Authentication, string> = {
  none: 'Nobody asks',
  'scram-sha-512': 'User and password (SCRAM-SHA-512)',
  tls: 'Client certificate (mutual TLS)',
};

/** Copies of each topic that outlive the loss of a broker, where so many are. */
const SAFE_REPLICAS = 3;

/** Names a cluster among those that were seen. */
export function idOf({ namespace, name }: KafkaClusterChoice) {
  return `${namespace}/${name}`;
}

/** What is worth knowing before a cluster is picked. */
export function wordsOf(choice: KafkaClusterChoice) {
  return (
    choice.notReady ??
    [
      ...(choice.version ? [`Kafka ${choice.version}`] : []),
      ...(choice.brokers ? [counted(choice.brokers, 'broker')] : []),
    ].join(', ')
  );
}

/** Whether a job can show who it is there, and knows where it is. */
export function isUsable(listener: KafkaListenerChoice) {
  const { authentication, bootstrapServers } = listener;
  return authentication in AUTHENTICATIONS && Boolean(bootstrapServers);
}

/** The listeners that a job can use. */
export function usable({ listeners }: KafkaClusterChoice) {
  return listeners.filter(isUsable);
}

/** A value of the field for what was picked. */
export function kafkaOf(
  choice: KafkaClusterChoice,
  listener: KafkaListenerChoice | undefined = usable(choice)[0],
): Partial<KafkaForm> {
  return {
    cluster: choice.name,
    namespace: choice.namespace,
    bootstrapServers: listener?.bootstrapServers,
    authentication: (listener?.authentication ?? 'none') as Authentication,
    ...(choice.brokers && {
      replicas: Math.min(SAFE_REPLICAS, choice.brokers),
    }),
  };
}
