import { Text } from '@backstage/ui';
import { JobChangePreview } from '@headworks/backstage-plugin-data-pipelines-common';
import { usePreview } from '../../api/usePreview';
import { FieldGroup } from '../../components/FieldGroup';
import { answersOf } from '../answers';
import { ReviewFrame } from '../review/ReviewFrame';
import { useField } from '../useField';
import { JobChangeEffect } from './JobChangeEffect';
import { JobChangeAnswers, questionOf } from './question';
import { jobChangeSchema } from './schema';

/** What a change does to the running job, before anything is changed. */
export function DataPipelineJobChange(props: typeof jobChangeSchema.TProps) {
  const { title, description } = useField(props, {});
  const question = questionOf(answersOf<JobChangeAnswers>(props));
  const live = usePreview<JobChangePreview>(question);
  if (!question) {
    return (
      <FieldGroup title={title} description={description}>
        <Text>
          Give an image, a parallelism or values, and this says whether the job
          restarts, and from which state.
        </Text>
      </FieldGroup>
    );
  }
  return (
    <ReviewFrame title={title} description={description} live={live}>
      {preview => <JobChangeEffect preview={preview} />}
    </ReviewFrame>
  );
}
