import { SparkJobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { answersOf } from '../answers';
import { contextOf } from './context';
import { JobList } from './JobList';
import { sparkProblems } from './jobProblems';
import { sparkJobsSchema } from './schema';
import { scheduleOf } from './schedule';
import { sparkWords } from './sizes';
import { SparkJobInputs } from './SparkJobInputs';

const NONE: SparkJobForm[] = [];
const NEW: SparkJobForm = {
  name: '',
  image: '',
  main: '',
  reads: [],
  writes: [],
  size: 'S',
};

/** The Spark jobs of a pipeline. */
export function DataPipelineSparkJobs(props: typeof sparkJobsSchema.TProps) {
  const context = contextOf(answersOf(props), 'flinkJobs');
  return (
    <JobList<SparkJobForm>
      props={props}
      none={NONE}
      added={{ ...NEW, ...props.uiSchema['ui:options']?.defaults }}
      problems={sparkProblems(props.formData ?? NONE, context)}
      sizeOf={job =>
        `${runsWhen(job)} · ${job.size ?? 'S'}: ${sparkWords(job)}`
      }
    >
      {inputs => <SparkJobInputs {...inputs} topics={context.topics} />}
    </JobList>
  );
}

function runsWhen({ schedule, timeZone }: SparkJobForm) {
  if (!schedule) return 'runs once';
  const meaning = scheduleOf(schedule, timeZone || 'UTC');
  return meaning.problem === undefined ? meaning.words : schedule;
}
