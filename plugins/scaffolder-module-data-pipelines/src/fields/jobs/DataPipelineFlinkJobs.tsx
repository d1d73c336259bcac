import { FlinkJobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { answersOf } from '../answers';
import { contextOf } from './context';
import { FlinkJobInputs } from './FlinkJobInputs';
import { JobList } from './JobList';
import { flinkProblems } from './jobProblems';
import { flinkJobsSchema } from './schema';
import { flinkWords } from './sizes';

const NONE: FlinkJobForm[] = [];
const NEW: FlinkJobForm = {
  name: '',
  image: '',
  jar: '',
  reads: [],
  writes: [],
  size: 'S',
  state: 'small',
  upgrade: 'savepoint',
};

/** The Flink jobs of a pipeline. */
export function DataPipelineFlinkJobs(props: typeof flinkJobsSchema.TProps) {
  const context = contextOf(answersOf(props), 'sparkJobs');
  return (
    <JobList<FlinkJobForm>
      props={props}
      none={NONE}
      added={{ ...NEW, ...props.uiSchema['ui:options']?.defaults }}
      problems={flinkProblems(props.formData ?? NONE, context)}
      sizeOf={job => [job.size, flinkWords(job)].filter(Boolean).join(': ')}
    >
      {inputs => <FlinkJobInputs {...inputs} topics={context.topics} />}
    </JobList>
  );
}
