import { Select } from '@backstage/ui';
import { SparkJobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { Columns, TextInput } from '../../components/inputs';
import { AboutJob, ImageInput, JobConnections, RowInputs } from './JobInputs';
import { ScheduleInputs } from './ScheduleInputs';
import { sparkSizes } from './sizes';

/** Everything that a Spark job is asked for. */
export function SparkJobInputs(
  props: RowInputs<SparkJobForm> & { topics: string[] },
) {
  const { row, problemAt, onLeft, onChange } = props;
  const sizes = sparkSizes(row);
  return (
    <>
      <AboutJob {...props} />
      <Columns>
        <ImageInput {...props} />
        <TextInput
          label="Jar or script"
          description="Where it is in the image"
          isRequired
          value={row.main}
          problem={problemAt('main')}
          onBlur={onLeft('main')}
          onChange={main => onChange({ main })}
        />
        <TextInput
          label="Main class"
          description="Of a jar"
          value={row.mainClass}
          onChange={mainClass => onChange({ mainClass })}
        />
      </Columns>
      <JobConnections {...props} />
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
      <ScheduleInputs {...props} />
    </>
  );
}
