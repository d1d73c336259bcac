import { NumberField, Select } from '@backstage/ui';
import { FlinkJobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { Columns, problemProps, TextInput } from '../../components/inputs';
import { AboutJob, ImageInput, JobConnections, RowInputs } from './JobInputs';
import { flinkSizes, flinkStates } from './sizes';

const UPGRADES: Array<{
  id: NonNullable<FlinkJobForm['upgrade']>;
  label: string;
}> = [
  { id: 'savepoint', label: 'Take a savepoint and start from it' },
  { id: 'last-state', label: 'Start from the last checkpoint' },
  { id: 'stateless', label: 'Start empty' },
];

/** Everything that a Flink job is asked for. */
export function FlinkJobInputs(
  props: RowInputs<FlinkJobForm> & { topics: string[] },
) {
  const { row, problemAt, onLeft, onChange } = props;
  const sizes = flinkSizes(row);
  const states = flinkStates(row);
  return (
    <>
      <AboutJob {...props} />
      <Columns>
        <ImageInput {...props} />
        <TextInput
          label="Jar"
          description="Where it is in the image"
          isRequired
          value={row.jar}
          problem={problemAt('jar')}
          onBlur={onLeft('jar')}
          onChange={jar => onChange({ jar })}
        />
        <TextInput
          label="Main class"
          description="Where the jar's manifest names none"
          value={row.mainClass}
          onChange={mainClass => onChange({ mainClass })}
        />
      </Columns>
      <JobConnections {...props} />
      <Columns>
        <Select
          label="Size"
          description={sizes.find(({ id }) => id === row.size)?.description}
          selectionMode="single"
          value={row.size ?? null}
          options={sizes}
          onChange={size =>
            onChange({ size: sizes.find(({ id }) => id === size)?.id })
          }
        />
        <NumberField
          {...problemProps(problemAt('parallelism'))}
          label="Parallelism"
          description="Where it is not the size's own"
          placeholder="As the size has it"
          minValue={1}
          value={row.parallelism ?? NaN}
          onBlur={onLeft('parallelism')}
          onChange={parallelism =>
            onChange({
              parallelism: Number.isNaN(parallelism) ? undefined : parallelism,
            })
          }
        />
      </Columns>
      <Columns>
        <Select
          label="State"
          description={states.find(({ id }) => id === row.state)?.description}
          selectionMode="single"
          value={row.state ?? null}
          options={states}
          onChange={state =>
            onChange({ state: states.find(({ id }) => id === state)?.id })
          }
        />
        <Select
          label="When the job changes"
          description="From where its next version goes on"
          selectionMode="single"
          value={row.upgrade ?? 'savepoint'}
          options={UPGRADES}
          onChange={upgrade =>
            onChange({ upgrade: UPGRADES.find(({ id }) => id === upgrade)?.id })
          }
        />
      </Columns>
    </>
  );
}
