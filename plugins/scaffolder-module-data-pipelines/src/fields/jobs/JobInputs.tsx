import { Select, TextAreaField } from '@backstage/ui';
import { JobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { Columns, problemProps, TextInput } from '../../components/inputs';

/** What an input of a row needs to know, and how it tells what changed. */
export interface RowInputs<Row> {
  row: Row;
  problemAt(input: keyof Row & string): string | undefined;
  onLeft(input: keyof Row & string): () => void;
  onChange(by: Partial<Row>): void;
}

/** Name and description of a job of either engine. */
export function AboutJob(props: RowInputs<JobForm>) {
  const { row, problemAt, onLeft, onChange } = props;
  return (
    <Columns>
      <TextInput
        label="Job"
        description="Its name: lower-case letters, digits and dashes"
        isRequired
        takesFocus={!row.name}
        value={row.name}
        problem={problemAt('name')}
        onBlur={onLeft('name')}
        onChange={name => onChange({ name })}
      />
      <TextInput
        label="What it does"
        description="For those who find it in the catalog"
        value={row.description}
        onChange={description => onChange({ description })}
      />
    </Columns>
  );
}

/** The image of a job of either engine. */
export function ImageInput(props: RowInputs<JobForm>) {
  const { row, problemAt, onLeft, onChange } = props;
  return (
    <TextInput
      label="Image"
      description="With its tag or digest"
      isRequired
      value={row.image}
      problem={problemAt('image')}
      onBlur={onLeft('image')}
      onChange={image => onChange({ image })}
    />
  );
}

/** What a job of either engine is told, reads and writes. */
export function JobConnections(
  props: RowInputs<JobForm> & { topics: string[] },
) {
  const { row, topics, problemAt, onChange } = props;
  const select = (input: 'reads' | 'writes', label: string) => {
    const chosen = row[input] ?? [];
    return (
      <Select
        {...problemProps(problemAt(input))}
        label={label}
        description={
          topics.length === 0
            ? 'Topics are declared on the page Topics'
            : 'Of the page Topics'
        }
        placeholder="No topic"
        selectionMode="multiple"
        value={chosen}
        options={[...new Set([...topics, ...chosen])].map(topic => ({
          id: topic,
          label: topic,
        }))}
        onChange={keys => onChange({ [input]: keys.map(String) })}
      />
    );
  };
  return (
    <>
      <Columns>
        {select('reads', 'Reads')}
        {select('writes', 'Writes')}
      </Columns>
      <TextAreaField
        label="Arguments"
        description="One a line"
        rows={2}
        value={(row.args ?? []).join('\n')}
        onBlur={() => onChange({ args: row.args?.filter(Boolean) })}
        onChange={text => onChange({ args: text.split('\n') })}
      />
    </>
  );
}
