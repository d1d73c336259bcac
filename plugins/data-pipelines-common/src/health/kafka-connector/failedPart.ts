import { HealthReport } from '../../model/health';
import { KafkaConnector } from '../../resources/strimzi';
import { failedTasks } from './failedTasks';
import { because } from './lastCause';

/** That the connector itself or some of its tasks have failed, and why. */
export function failedPart(
  { metadata, status }: KafkaConnector,
  { since }: HealthReport,
): HealthReport | undefined {
  const { connector } = status?.connectorStatus ?? {};
  if (connector?.state === 'FAILED') {
    return {
      health: 'Degraded',
      reason: 'ConnectorFailed',
      message: `The connector has failed${because(connector.trace)}`,
      nextStep: `Remove the cause, then restart it: kubectl annotate kafkaconnector ${metadata.name} strimzi.io/restart=true.`,
      since,
    };
  }
  const failed = failedTasks(status?.connectorStatus);
  if (!failed) return undefined;
  const { ids, why } = failed;
  const which =
    ids.length === 1
      ? `Task ${ids[0]} of the connector has failed`
      : `Tasks ${ids.join(', ')} of the connector have failed`;
  const more = ids.length === 1 ? '' : ', and so each of them';
  return {
    health: 'Degraded',
    reason: 'TaskFailed',
    message: `${which}${why}`,
    nextStep: `Remove the cause, then choose "Restart failed tasks" in its menu, or kubectl annotate kafkaconnector ${metadata.name} strimzi.io/restart-task=${ids[0]}${more}.`,
    since,
  };
}
