import { HealthReport } from '../model/health';
import { StatefulSet } from '../resources/workloads';
import { Moment } from './assess';
import { flinkStatefulSetRule } from './flink-stateful-set/rule';
import { KAFKA_CLUSTER_LABEL } from './kafka-stateful-set/kafkaPool';
import { kafkaStatefulSetRule } from './kafka-stateful-set/rule';

/** StatefulSets of our charts are a pool of Kafka's, or a part of a Flink job. */
export function statefulSetRule(
  set: StatefulSet,
  moment: Moment,
): HealthReport {
  return set.metadata.labels[KAFKA_CLUSTER_LABEL] === undefined
    ? flinkStatefulSetRule(set, moment)
    : kafkaStatefulSetRule(set, moment);
}
