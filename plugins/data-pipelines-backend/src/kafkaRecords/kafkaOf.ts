import { KafkaAccess } from './KafkaAccess';
import { serversIn } from './servers';

/** What is known of the Kafka that a job reads a topic from. */
export interface KafkaHint {
  /** Where the job runs. */
  cluster: string;
  /** `namespace/name` of the object that the topic says it is of. */
  object?: string;
  /** The bootstrap servers that the job is told. */
  servers?: string;
}

/**
 * Which of those that may be asked it is; undefined where it is none of them. A
 * topic that says whose it is is looked for nowhere else: others have topics of
 * the same name.
 */
export function kafkaOf(
  kafkas: readonly KafkaAccess[],
  { cluster, object, servers }: KafkaHint,
): KafkaAccess | undefined {
  if (object) {
    return kafkas.find(
      kafka =>
        kafka.cluster === cluster &&
        kafka.namespace !== undefined &&
        `${kafka.namespace}/${kafka.name}` === object,
    );
  }
  const told = serversIn(servers ?? '');
  return kafkas.find(
    kafka =>
      kafka.namespace === undefined &&
      (kafka.cluster ?? cluster) === cluster &&
      kafka.knownAs.some(server => told.includes(server)),
  );
}
