import { Condition } from '../../resources/metadata';
import { ManagedFields } from '../../resources/rawObject';

/**
 * An object of Strimzi as the API server has it right now. Pools are not among
 * them: they are reconciled with their Kafka.
 *
 * @public
 */
export interface LiveStrimziObject {
  apiVersion: string;
  kind:
    | 'Kafka'
    | 'KafkaConnect'
    | 'KafkaConnector'
    | 'KafkaTopic'
    | 'KafkaUser';
  metadata: {
    name: string;
    namespace: string;
    generation?: number;
    managedFields?: readonly ManagedFields[];
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
  };
  spec?: { state?: string };
  status?: { conditions?: Condition[] };
}

/**
 * All that a plan for an object of Strimzi is made from.
 *
 * @public
 */
export interface KafkaMoment {
  cluster: string;
  object: LiveStrimziObject;
  /** Who asked. */
  annotations: Record<string, string>;
}
