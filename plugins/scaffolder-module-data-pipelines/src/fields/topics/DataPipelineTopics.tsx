import { Checkbox, NumberField, Select, Text } from '@backstage/ui';
import { TopicForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { FieldGroup } from '../../components/FieldGroup';
import {
  Columns,
  problemProps,
  SuggestField,
  TextInput,
} from '../../components/inputs';
import { RowList, useOpenRows } from '../../components/RowList';
import { counted, durationWords } from '../../model/words';
import { answersOf } from '../answers';
import { useField } from '../useField';
import { topicsSchema } from './schema';
import styles from './DataPipelineTopics.module.css';
import { NO_TOPIC, topicProblems } from './topicProblems';
import { useExistingTopics } from './useExistingTopics';

const RETENTIONS = ['1d', '3d', '7d', '30d', '90d', '365d'].map(value => ({
  value,
  description: durationWords(value),
}));
const NONE: TopicForm[] = [];

/** Topics that the pipeline declares, and those of others that it uses. */
export function DataPipelineTopics(props: typeof topicsSchema.TProps) {
  const { onChange, uiSchema } = props;
  const field = useField(props, NONE);
  const topics = field.value;
  const open = useOpenRows(topics.length);
  const existing = useExistingTopics(answersOf(props));
  const problems = topicProblems(topics);
  const defaults = uiSchema['ui:options']?.defaults ?? {
    partitions: 3,
    retention: '7d',
  };
  const problemAt = (index: number, input: keyof TopicForm) =>
    field.tells(`${open.keyOf(index)} ${input}`)
      ? problems.find(one => one.index === index && one.input === input)
          ?.message
      : undefined;
  const change = (index: number, by: Partial<TopicForm>) =>
    onChange(
      topics.map((topic, at) => (at === index ? { ...topic, ...by } : topic)),
    );

  return (
    <FieldGroup title={field.title} description={field.description}>
      <RowList
        noun="Topic"
        rows={topics}
        open={open}
        summaryOf={summaryOf}
        problemOf={(_, index) =>
          problemAt(index, 'name') ??
          problemAt(index, 'partitions') ??
          problemAt(index, 'retention')
        }
        problem={field.refused && topics.length === 0 ? NO_TOPIC : undefined}
        onAdd={() => onChange([...topics, { name: '', ...defaults }])}
        onRemove={index => onChange(topics.filter((_, at) => at !== index))}
        beside={
          <Select
            className={styles.existing}
            aria-label="Use an existing topic"
            placeholder="Use an existing topic"
            selectionMode="single"
            search={{ placeholder: 'Search topics' }}
            value={null}
            options={existing.topics
              .filter(({ name }) => !topics.some(topic => topic.name === name))
              .map(({ name, description }) => ({
                id: name,
                label: name,
                description,
              }))}
            onChange={name => {
              open.picked();
              onChange([...topics, { name: String(name), external: true }]);
            }}
          />
        }
      >
        {(topic, index) => (
          <TopicInputs
            topic={topic}
            problemAt={input => problemAt(index, input)}
            onLeft={input => field.left(`${open.keyOf(index)} ${input}`)}
            onChange={by => change(index, by)}
          />
        )}
      </RowList>
      {existing.problem && (
        <Text color="warning">
          There may be more existing topics than are offered here.{' '}
          {existing.problem}
        </Text>
      )}
    </FieldGroup>
  );
}

function TopicInputs(props: {
  topic: TopicForm;
  problemAt(input: keyof TopicForm): string | undefined;
  onLeft(input: keyof TopicForm): () => void;
  onChange(by: Partial<TopicForm>): void;
}) {
  const { topic, problemAt, onLeft, onChange } = props;
  const words = topic.retention && durationWords(topic.retention);
  return (
    <>
      <TextInput
        label="Topic"
        description="Its name in Kafka"
        isRequired
        takesFocus={!topic.name}
        value={topic.name}
        problem={problemAt('name')}
        onBlur={onLeft('name')}
        onChange={name => onChange({ name })}
      />
      {!topic.external && (
        <Columns>
          <NumberField
            {...problemProps(problemAt('partitions'))}
            label="Partitions"
            description="As many readers share the work at most"
            minValue={1}
            value={topic.partitions ?? NaN}
            onBlur={onLeft('partitions')}
            onChange={partitions =>
              onChange({
                partitions: Number.isNaN(partitions) ? undefined : partitions,
              })
            }
          />
          <SuggestField
            label="Retention"
            description={words ? `Keeps ${words}` : 'Such as 7d, 12h or 30m'}
            suggestions={RETENTIONS}
            value={topic.retention}
            problem={problemAt('retention')}
            onBlur={onLeft('retention')}
            onChange={retention => onChange({ retention })}
          />
        </Columns>
      )}
      <Checkbox
        isSelected={topic.external ?? false}
        onChange={external => onChange({ external })}
      >
        Somebody else declares this topic
      </Checkbox>
    </>
  );
}

function summaryOf({ partitions, retention, external }: TopicForm) {
  if (external) return 'declared by somebody else';
  const words = retention && durationWords(retention);
  return [
    ...(partitions ? [counted(partitions, 'partition')] : []),
    ...(words ? [`keeps ${words}`] : []),
  ].join(' · ');
}
