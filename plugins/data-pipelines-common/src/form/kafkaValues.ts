import { JsonObject } from '@backstage/types';
import { KafkaClusterForm, KafkaForm, PipelineForm } from './pipelineForm';

/** `global.kafka`: what the jobs need to know of their Kafka. */
export function kafkaValues(form: PipelineForm): JsonObject {
  const { cluster, namespace, bootstrapServers, authentication } = form.kafka;
  return {
    mode: 'strimzi',
    cluster,
    namespace,
    bootstrapServers,
    authentication: authentication ?? 'none',
    ...credentials(form),
  };
}

/** `kafka.cluster` with its pools and listeners. */
export function kafkaClusterValues(form: KafkaClusterForm): JsonObject {
  const storage = {
    ...(form.storageSize && { size: form.storageSize }),
    ...(form.storageClass && { class: form.storageClass }),
  };
  const brokers = {
    replicas: form.brokers,
    ...(form.brokerCpu !== undefined && { cpu: form.brokerCpu }),
    ...(form.brokerMemory && { memory: form.brokerMemory }),
    ...(Object.keys(storage).length > 0 && { storage }),
  };
  const pools =
    form.controllers > 0
      ? { controllers: { replicas: form.controllers }, brokers }
      : {
          controllers: { enabled: false },
          brokers: { roles: ['controller', 'broker'], ...brokers },
        };
  return { create: true, pools };
}

/** Only where a client needs any; Strimzi writes them beside the cluster. */
function credentials({ kafka, namespace }: PipelineForm): JsonObject {
  if ((kafka.authentication ?? 'none') === 'none') return {};
  return {
    credentials: { ...(kafka.credentials ?? nearest(kafka, namespace)) },
  };
}

function nearest(kafka: KafkaForm, namespace: string): JsonObject {
  return {
    via: kafka.namespace === namespace ? 'same-namespace' : 'kafka-access',
  };
}
