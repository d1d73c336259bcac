import { Select } from '@backstage/ui';
import {
  KafkaClusterChoice,
  KafkaForm,
  KafkaListenerChoice,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isUsable, kafkaOf } from './choices';

/** Which way into a Kafka cluster the jobs take. */
export function ListenerSelect(props: {
  choice: KafkaClusterChoice;
  kafka: Partial<KafkaForm>;
  onChange(kafka: Partial<KafkaForm>): void;
}) {
  const { choice, kafka, onChange } = props;
  const { listeners } = choice;
  const chosen = listeners.find(
    ({ bootstrapServers }) => bootstrapServers === kafka.bootstrapServers,
  );
  return (
    <Select
      label="Listener"
      description={kafka.bootstrapServers}
      placeholder="None of this cluster's listeners can be used"
      selectionMode="single"
      value={chosen?.name ?? null}
      options={listeners.map(listener => ({
        id: listener.name,
        label: `${listener.name}: ${wordsOf(listener)}`,
        description: listener.bootstrapServers,
        disabled: !isUsable(listener),
      }))}
      onChange={name =>
        onChange({
          ...kafkaOf(
            choice,
            listeners.find(listener => listener.name === name),
          ),
          replicas: kafka.replicas,
        })
      }
    />
  );
}

function wordsOf({ type, port, tls, authentication }: KafkaListenerChoice) {
  return [
    type,
    `port ${port}`,
    tls ? 'TLS' : 'not encrypted',
    authentication === 'none' ? 'no authentication' : authentication,
  ].join(', ');
}
