import { HealthReport } from '../../model/health';
import { KafkaConnector } from '../../resources/strimzi';
import { lastCause } from './lastCause';

/** That the connector itself or some of its tasks have failed, and why. */
export function failedPart(
  { metadata, status }: KafkaConnector,
  { since }: HealthReport,
): HealthReport | undefined {
  const { connector, tasks } = status?.connectorStatus ?? {};
  if (connector?.state === 'FAILED') {
    return {
      health: 'Degraded',
      reason: 'ConnectorFailed',
      message: `The connector has failed${because(connector.trace)}`,
      nextStep: restart(metadata.name, 'restart=true'),
      since,
    };
  }
  const failed = (tasks ?? []).filter(task => task?.state === 'FAILED');
  const [first] = failed;
  if (!first) return undefined;
  const which =
    failed.length === 1
      ? `Task ${first.id} of the connector has failed`
      : `Tasks ${failed
          .map(({ id }) => id)
          .join(', ')} of the connector have failed`;
  return {
    health: 'Degraded',
    reason: 'TaskFailed',
    message: `${which}${because(first.trace)}`,
    nextStep: restart(metadata.name, `restart-task=${first.id}`),
    since,
  };
}

function because(trace: string | undefined): string {
  const cause = lastCause(trace);
  return cause ? `: ${cause}` : '';
}

function restart(name: string, what: string): string {
  return `Remove the cause, then restart it: kubectl annotate kafkaconnector ${name} strimzi.io/${what}.`;
}
