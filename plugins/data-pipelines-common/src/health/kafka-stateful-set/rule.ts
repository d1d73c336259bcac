import { HealthReport } from '../../model/health';
import { StatefulSet } from '../../resources/workloads';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { podGroupReport } from '../kafka-pods/podGroupReport';
import { kafkaPoolOf } from './kafkaPool';

/**
 * How well a pool of Kafka nodes is that runs without an operator, as a
 * StatefulSet with the label `headworks.dev/kafka-cluster`.
 *
 * @public
 */
export function kafkaStatefulSetRule(
  statefulSet: StatefulSet,
  moment: Moment,
): HealthReport {
  const { metadata, spec, status } = statefulSet;
  if (metadata.deletionTimestamp) return deleting('Kafka pool', metadata);
  const wanted = spec?.replicas ?? 1;
  if (wanted === 0) {
    return {
      health: 'Suspended',
      reason: 'NoReplicas',
      message: 'The Kafka pool has no nodes on request',
      since: metadata.written?.at,
    };
  }
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return {
      health: 'Progressing',
      reason: 'NotObserved',
      message: 'The Kafka pool was changed and is not taken up yet',
      since: metadata.written?.at ?? metadata.creationTimestamp,
    };
  }
  const group = kafkaPoolOf(statefulSet, moment.source);
  const report = podGroupReport(group, moment);
  if (report) return report;
  const rolling =
    status?.updateRevision !== undefined &&
    status.updateRevision !== status.currentRevision;
  return rolling
    ? {
        health: 'Progressing',
        reason: 'Rolling',
        message: `The ${group.what} are being replaced, one after the other`,
      }
    : {
        health: 'Healthy',
        reason: 'PodsReady',
        message: `All ${group.what} are ready (${wanted})`,
      };
}
