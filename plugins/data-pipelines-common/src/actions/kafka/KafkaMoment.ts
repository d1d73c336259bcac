import { LiveMetadata } from '../LiveMetadata';
import { Condition } from '../../resources/metadata';
import { KafkaConnector } from '../../resources/strimzi';

/**
 * The kinds of Strimzi that there are actions for. Pools are not among them:
 * they are reconciled with their Kafka.
 *
 * @public
 */
export type StrimziKind =
  | 'Kafka'
  | 'KafkaConnect'
  | 'KafkaConnector'
  | 'KafkaTopic'
  | 'KafkaUser';

/**
 * An object of Strimzi as the API server has it right now.
 *
 * @public
 */
export interface LiveStrimziObject {
  apiVersion: string;
  kind: StrimziKind;
  metadata: LiveMetadata;
  spec?: { state?: string };
  status?: {
    conditions?: Condition[];
    /** Of a connector: how Connect says that it and its tasks are. */
    connectorStatus?: NonNullable<KafkaConnector['status']>['connectorStatus'];
  };
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
