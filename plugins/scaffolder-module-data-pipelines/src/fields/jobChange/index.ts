import { fetchApiRef } from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { JobChangePreview } from '@headworks/backstage-plugin-data-pipelines-common';
import { Previews } from '../../api/Previews';
import { DataPipelineJobChange } from './DataPipelineJobChange';
import { JobChangeAnswers, questionOf } from './question';
import { refusalsOf } from './refusals';
import { jobChangeSchema } from './schema';

const validation: CustomFieldValidator<object> = async (
  _value,
  field,
  { apiHolder, formData },
) => {
  const answers: JobChangeAnswers = formData;
  const question = questionOf(answers);
  if (!question) {
    field.addError(
      'Nothing is asked for: give an image, a parallelism or values.',
    );
    return;
  }
  try {
    const preview = await Previews.of(
      apiHolder.get(fetchApiRef)!,
    ).ask<JobChangePreview>(question);
    if (preview.problem || refusalsOf(preview).length > 0) {
      field.addError('This cannot be done as it is; the review says why.');
    }
  } catch (error) {
    field.addError(
      `Nothing can be changed before it was checked: ${
        (error as Error).message
      }`,
    );
  }
};

/** `ui:field: DataPipelineJobChange`. */
export const jobChangeField = {
  name: 'DataPipelineJobChange',
  component: DataPipelineJobChange,
  schema: jobChangeSchema,
  validation,
};
