import { Select } from '@backstage/ui';
import { KafkaForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { Columns, TextInput } from '../../components/inputs';
import { Authentication, AUTHENTICATIONS } from './choices';
import { KafkaInput } from './kafkaProblems';

/** A Kafka that the portal does not see. */
export function KafkaByHand(props: {
  kafka: Partial<KafkaForm>;
  problemAt(input: KafkaInput): string | undefined;
  onLeft(input: KafkaInput): () => void;
  onChange(by: Partial<KafkaForm>): void;
}) {
  const { kafka, problemAt, onLeft, onChange } = props;
  const text = (input: 'cluster' | 'namespace' | 'bootstrapServers') => ({
    isRequired: true,
    value: kafka[input],
    problem: problemAt(input),
    onBlur: onLeft(input),
    onChange: (value: string) => onChange({ [input]: value }),
  });
  return (
    <Columns>
      <TextInput
        {...text('cluster')}
        label="Name of the Kafka"
        description="Of Strimzi's Kafka resource"
      />
      <TextInput
        {...text('namespace')}
        label="Namespace of the Kafka"
        description="In the same cluster"
      />
      <TextInput
        {...text('bootstrapServers')}
        label="Bootstrap servers"
        description="Such as analytics-kafka-bootstrap.kafka:9092"
      />
      <Select
        label="Authentication"
        description="How jobs show who they are"
        selectionMode="single"
        value={kafka.authentication ?? 'none'}
        options={Object.entries(AUTHENTICATIONS).map(([id, label]) => ({
          id,
          label,
        }))}
        onChange={id => onChange({ authentication: id as Authentication })}
      />
    </Columns>
  );
}
