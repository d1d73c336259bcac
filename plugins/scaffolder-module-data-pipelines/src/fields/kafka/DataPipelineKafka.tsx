import { NumberField, Select, Text } from '@backstage/ui';
import {
  KafkaClusterList,
  KafkaForm,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../api/useAnswer';
import { FieldGroup } from '../../components/FieldGroup';
import { Columns, problemProps } from '../../components/inputs';
import { answersOf } from '../answers';
import { useField } from '../useField';
import { idOf, kafkaOf, usable, wordsOf } from './choices';
import { KafkaByHand } from './KafkaByHand';
import { KafkaInput, kafkaProblems } from './kafkaProblems';
import { ListenerSelect } from './ListenerSelect';
import { kafkaSchema } from './schema';

const BY_HAND = 'by-hand';
const NOTHING: Partial<KafkaForm> = {};

/** A Kafka cluster that was seen in the chosen cluster, or one typed by hand. */
export function DataPipelineKafka(props: typeof kafkaSchema.TProps) {
  const { onChange } = props;
  const field = useField(props, NOTHING);
  const kafka = field.value;
  const cluster = answersOf(props).target?.cluster;
  const seen = useAnswer<KafkaClusterList>(
    cluster ? `/clusters/${encodeURIComponent(cluster)}/kafka` : undefined,
  );
  const choices = seen.data?.items ?? [];
  const picked = choices.find(
    ({ name, namespace }) =>
      name === kafka.cluster && namespace === kafka.namespace,
  );
  const [wantsHand, setWantsHand] = useState(false);
  const byHand = !picked && (wantsHand || !seen.loading);

  const [first] = choices.filter(choice => usable(choice).length > 0);
  const open = !kafka.cluster && !wantsHand;
  useEffect(() => {
    if (open && first) onChange({ ...kafkaOf(first), ...kafka });
    // Once for each first choice; `onChange` and the value are new each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, first && idOf(first)]);

  const problems = kafkaProblems(kafka);
  const problemAt = (input: KafkaInput) =>
    field.tells(input) ? problems[input] : undefined;
  const change = (by: Partial<KafkaForm>) => onChange({ ...kafka, ...by });
  const pick = (id: string) => {
    const choice = choices.find(one => idOf(one) === id);
    setWantsHand(!choice);
    onChange(choice ? kafkaOf(choice) : { replicas: kafka.replicas });
  };
  const note = noteOf({ cluster, seen, kafka, picked: Boolean(picked) });

  return (
    <FieldGroup title={field.title} description={field.description}>
      <Columns>
        {choices.length > 0 && (
          <Select
            label="Kafka cluster"
            description={picked ? wordsOf(picked) : 'Of those in the cluster'}
            selectionMode="single"
            value={picked ? idOf(picked) : BY_HAND}
            options={[
              ...choices.map(choice => ({
                id: idOf(choice),
                label: `${choice.name} in ${choice.namespace}`,
                description: wordsOf(choice),
              })),
              { id: BY_HAND, label: 'Another one, typed by hand' },
            ]}
            onChange={id => pick(String(id))}
          />
        )}
        {picked && (
          <ListenerSelect choice={picked} kafka={kafka} onChange={onChange} />
        )}
      </Columns>
      {byHand && (
        <KafkaByHand
          kafka={kafka}
          problemAt={problemAt}
          onLeft={field.left}
          onChange={change}
        />
      )}
      <NumberField
        {...problemProps(problemAt('replicas'))}
        label="Copies of each topic"
        description="Three outlive the loss of a broker; there must be as many brokers"
        minValue={1}
        value={kafka.replicas ?? NaN}
        onBlur={field.left('replicas')}
        onChange={replicas =>
          change({ replicas: Number.isNaN(replicas) ? undefined : replicas })
        }
      />
      {note && (
        <Text color="warning" role="status">
          {note}
        </Text>
      )}
    </FieldGroup>
  );
}

/** Why there is nothing to pick, or what was picked is not there. */
function noteOf(options: {
  cluster: string | undefined;
  seen: { data?: KafkaClusterList; error?: Error };
  kafka: Partial<KafkaForm>;
  picked: boolean;
}): string | undefined {
  const { cluster, seen, kafka, picked } = options;
  const failure = seen.data?.error ?? seen.error?.message;
  if (failure) return `${failure}. Type the Kafka by hand.`;
  if (!cluster) return 'Pick a cluster first, to see the Kafka clusters in it.';
  if (!seen.data) return undefined;
  if (seen.data.items.length === 0) {
    return `No Kafka cluster was seen in ${cluster}. Type yours by hand.`;
  }
  if (kafka.cluster && !picked) {
    return `Kafka ${kafka.cluster} was not seen in ${cluster}.`;
  }
  return undefined;
}
