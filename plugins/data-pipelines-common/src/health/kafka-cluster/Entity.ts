import { conditionOf, StrimziObject } from '../strimzi/conditions';

/** What lives in a Kafka cluster and is seen to by its entity operator. */
export interface Entity {
  what: 'topic' | 'Kafka user';
  operator: string;
  operators: 'topicOperator' | 'userOperator';
  nextStep: string;
}

/** What Kafka's clients say when no broker answers. */
const NO_BROKER =
  /TimeoutException|DisconnectException|ScramShaCredentialsCache is not ready|Timed out waiting for a node assignment/;

/** Whether its operator got no answer, which is not the object's fault. */
export function failedForKafka(object: StrimziObject): boolean {
  const { message, reason } =
    conditionOf(object, 'NotReady') ?? conditionOf(object, 'Ready') ?? {};
  return NO_BROKER.test(`${reason} ${message}`);
}
