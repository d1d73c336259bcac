import { ObjectRef } from '../../model/views';
import { StrimziKind } from './KafkaMoment';

/**
 * What people can do to an object of Strimzi.
 *
 * @public
 */
export interface KafkaAction {
  action: KafkaActionName;
}

/** @public */
export type KafkaActionName =
  | 'pause-reconciliation'
  | 'resume-reconciliation'
  | 'restart-connector'
  | 'restart-failed-tasks';

// Records, not lists: a name or a kind that is forgotten does not compile.
const NAMES: Record<KafkaActionName, true> = {
  'pause-reconciliation': true,
  'resume-reconciliation': true,
  'restart-connector': true,
  'restart-failed-tasks': true,
};

const RECONCILED = ['pause-reconciliation', 'resume-reconciliation'] as const;

const OF_KIND: Record<StrimziKind, readonly KafkaActionName[]> = {
  Kafka: RECONCILED,
  KafkaConnect: RECONCILED,
  KafkaConnector: ['restart-failed-tasks', 'restart-connector', ...RECONCILED],
  KafkaTopic: RECONCILED,
  KafkaUser: RECONCILED,
};

/** @public */
export function isKafkaAction(action: {
  action: string;
}): action is KafkaAction {
  return Object.hasOwn(NAMES, action.action);
}

/**
 * Whether there are actions for an object: by group as well, as another
 * operator has a Kafka and a KafkaTopic, too.
 *
 * @public
 */
export function isStrimzi<R extends Pick<ObjectRef, 'apiVersion' | 'kind'>>(
  object: R,
): object is R & { kind: StrimziKind } {
  return (
    object.apiVersion.startsWith('kafka.strimzi.io/') &&
    Object.hasOwn(OF_KIND, object.kind)
  );
}

/**
 * What can be done to an object of a kind, in the order of a menu. Which of it
 * can be done now, its plan says.
 *
 * @public
 */
export function kafkaActionsOf(kind: StrimziKind): readonly KafkaActionName[] {
  return OF_KIND[kind];
}
