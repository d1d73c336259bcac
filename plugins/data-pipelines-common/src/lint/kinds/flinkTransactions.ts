import { RenderedPipeline } from '../RenderedPipeline';
import { envOf } from './enginePod';
import { FlinkWorkload, podsOf } from './flink';
import { INTERVAL } from './flinkKeys';
import { durationOf } from './flinkUnits';
import { KafkaSpec, STRIMZI } from './kafka';
import { PodTemplate } from './pod';

/** What Flink's sink asks for where its job says nothing. */
const SINK_DEFAULT = 60 * 60_000;
const BROKER_DEFAULT = 15 * 60_000;

/** How long transactions of an exactly-once job stay open, in milliseconds; undefined for other jobs. */
export function transactionsOf(job: FlinkWorkload) {
  const timeout = transactionTimeout(podsOf(job));
  const interval = durationOf(job.settings.get(INTERVAL));
  return timeout && interval ? { interval, timeout } : undefined;
}

/**
 * After how many milliseconds the brokers end a transaction that nobody
 * commits; undefined where the pods' job writes in none.
 */
export function transactionTimeout(pods: readonly PodTemplate[]) {
  if (envOf(pods, 'KAFKA_DELIVERY_GUARANTEE') !== 'exactly-once') {
    return undefined;
  }
  const said = envOf(pods, 'KAFKA_TRANSACTION_TIMEOUT_MS');
  return said === undefined ? SINK_DEFAULT : Number(said);
}

/** The longest transaction that the brokers take, in milliseconds. */
export function longestTransaction(pipeline: RenderedPipeline): number {
  const access = pipeline.values.global?.kafka;
  const cluster = pipeline
    .all<KafkaSpec>(STRIMZI, 'Kafka')
    .find(({ metadata }) => metadata.name === access?.cluster);
  const said = cluster?.spec.kafka?.config?.['transaction.max.timeout.ms'];
  return said === undefined
    ? durationOf(access?.transactionMaxTimeout) ?? BROKER_DEFAULT
    : Number(said);
}
