/**
 * What people can do to an object of Strimzi.
 *
 * @public
 */
export type KafkaAction =
  | { action: 'pause-reconciliation' }
  | { action: 'resume-reconciliation' }
  | { action: 'restart-connector' };

/** @public */
export type KafkaActionName = KafkaAction['action'];
