import { KafkaConnector } from '../../resources/strimzi';
import { because } from './lastCause';

type ConnectorStatus = NonNullable<KafkaConnector['status']>['connectorStatus'];

/**
 * Which tasks of a connector have failed.
 *
 * @returns undefined where none has
 */
export function failedTasks(status: ConnectorStatus):
  | {
      ids: Array<number | undefined>;
      /** The cause of the first, as the end of a sentence. */
      why: string;
    }
  | undefined {
  const failed = (status?.tasks ?? []).filter(task => task?.state === 'FAILED');
  const [first] = failed;
  return (
    first && { ids: failed.map(({ id }) => id), why: because(first.trace) }
  );
}
