import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  FlinkJobForm,
  JobForm,
  SparkJobForm,
  PipelineAnswers,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RowProblem } from '../rowProblem';
import { contextOf } from './context';
import { DataPipelineFlinkJobs } from './DataPipelineFlinkJobs';
import { DataPipelineSparkJobs } from './DataPipelineSparkJobs';
import {
  flinkProblems,
  JobContext,
  NO_JOB,
  sparkProblems,
} from './jobProblems';
import { flinkJobsSchema, sparkJobsSchema } from './schema';

function validator<Job extends JobForm>(
  problemsOf: (jobs: Job[], context: JobContext) => RowProblem<Job>[],
  others: 'flinkJobs' | 'sparkJobs',
): CustomFieldValidator<Job[], { optional?: boolean }> {
  return (jobs, field, { formData, uiSchema }) => {
    if (jobs.length === 0 && !uiSchema?.['ui:options']?.optional) {
      field.addError(NO_JOB);
    }
    const context = contextOf(formData as PipelineAnswers, others);
    for (const { index, message } of problemsOf(jobs, context)) {
      field.addError(`${jobs[index].name || `Job ${index + 1}`}: ${message}`);
    }
  };
}

/** `ui:field: DataPipelineFlinkJobs`. */
export const flinkJobsField = {
  name: 'DataPipelineFlinkJobs',
  component: DataPipelineFlinkJobs,
  schema: flinkJobsSchema,
  validation: validator<FlinkJobForm>(flinkProblems, 'sparkJobs'),
};

/** `ui:field: DataPipelineSparkJobs`. */
export const sparkJobsField = {
  name: 'DataPipelineSparkJobs',
  component: DataPipelineSparkJobs,
  schema: sparkJobsSchema,
  validation: validator<SparkJobForm>(sparkProblems, 'flinkJobs'),
};
