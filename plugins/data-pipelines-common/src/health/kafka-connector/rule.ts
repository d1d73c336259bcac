import { HealthReport } from '../../model/health';
import { KafkaConnect, KafkaConnector } from '../../resources/strimzi';
import { Moment } from '../assess';
import { kafkaConnectRule } from '../kafka-connect/rule';
import { known } from '../known';
import { lowerFirst } from '../lowerFirst';
import { isObserved } from '../strimzi/conditions';
import { reconciled } from '../strimzi/reconciled';
import { CLUSTER_LABEL, noSuchOwner, strimziSilence } from '../strimzi/silence';
import { strimziDeletion } from '../strimzi/stuckDeletion';
import { KAFKA_UNAVAILABLE } from '../kafka-cluster/unavailable';
import { BY_CONNECTOR_STATE } from './connectorState';
import { failedPart } from './failedPart';

const WHAT = 'connector';

/**
 * How well a connector is: its conditions, the states of connector and tasks
 * (a pause and a failed task show only there), and its Connect cluster, with
 * which the last state stays when it is down.
 *
 * @public
 */
export function kafkaConnectorRule(
  connector: KafkaConnector,
  moment: Moment,
): HealthReport {
  const { metadata } = connector;
  if (metadata.deletionTimestamp) {
    return strimziDeletion(WHAT, connector, moment);
  }
  const connect = moment.source.get(
    'kafkaconnects.kafka.strimzi.io',
    metadata.namespace,
    metadata.labels[CLUSTER_LABEL] ?? '',
  );
  const connectReport = connect && kafkaConnectRule(connect, moment);
  if (!isObserved(connector)) {
    return strimziSilence(
      {
        what: WHAT,
        operator: 'Strimzi operator',
        owner: 'Connect cluster',
        check:
          'Check that the Connect cluster has the annotation strimzi.io/use-connector-resources: "true".',
      },
      connector,
      moment,
      connectReport ? { ready: connectReport.health === 'Healthy' } : null,
    );
  }
  const said = reconciled(
    {
      what: WHAT,
      nextStep:
        'Correct the connector in the values, then upgrade the release.',
      takesUp: 180,
    },
    connector,
    moment,
  );
  if (said.reason === 'ReconciliationPaused') return said;
  if (!connect) {
    return noSuchOwner(WHAT, 'Connect cluster', connector);
  }
  const down = connectUnavailable(connect, connectReport!);
  if (down) return down;
  if (said.health === 'Progressing') return said;
  return failedPart(connector, said) ?? stateReport(connector, said);
}

function connectUnavailable(
  { metadata: { namespace, name } }: KafkaConnect,
  report: HealthReport,
): HealthReport | undefined {
  const broken = report.health === 'Degraded' || report.health === 'Unknown';
  if (!broken && report.reason !== 'PodsNotReady') return undefined;
  return {
    ...report,
    health: report.health === 'Progressing' ? 'Progressing' : 'Degraded',
    reason:
      report.reason === KAFKA_UNAVAILABLE
        ? KAFKA_UNAVAILABLE
        : 'ConnectUnavailable',
    message: `The connector does not run, its Connect cluster ${namespace}/${name} is not available: ${lowerFirst(
      report.message,
    )}`,
  };
}

function stateReport(
  { status }: KafkaConnector,
  said: HealthReport,
): HealthReport {
  const state = status?.connectorStatus?.connector?.state;
  if (said.health !== 'Healthy' || state === undefined) return said;
  const means = known(BY_CONNECTOR_STATE, state);
  if (!means) {
    return {
      health: 'Unknown',
      reason: 'StatusNotUnderstood',
      message: `Kafka Connect reports a state that Headworks does not know (${state})`,
      nextStep:
        'Look at the resource with kubectl, and tell us about the state.',
    };
  }
  if (means.health === 'Healthy') return { ...said, reason: 'Running' };
  return { ...means, since: said.since };
}
