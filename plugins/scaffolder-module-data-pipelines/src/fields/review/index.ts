import { fetchApiRef } from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  answersToForm,
  PipelineAnswers,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Previews } from '../../api/Previews';
import { Review } from '../answers';
import { DataPipelineReview } from './DataPipelineReview';
import { blockersOf, itemsOf } from './findings';
import { questionOf } from './questionOf';
import { reviewSchema } from './schema';

const validation: CustomFieldValidator<Partial<Review>> = async (
  review,
  field,
  { apiHolder, formData },
) => {
  // The page's value may be newer than the data of all pages.
  const answers: PipelineAnswers = { ...formData, review };
  const accepted = review.accepted ?? {};
  try {
    const preview = await Previews.of(
      apiHolder.get(fetchApiRef)!,
    ).ask<PipelinePreview>(questionOf(answersToForm(answers)));
    const blockers = blockersOf(itemsOf(preview, { accepted })).length;
    if (blockers > 0) {
      field.addError(
        `${
          blockers === 1 ? '1 thing has' : `${blockers} things have`
        } to be mended first; the review says what and where.`,
      );
    }
  } catch (error) {
    field.addError(
      `Nothing can be created before it was checked: ${
        (error as Error).message
      }`,
    );
  }
};

/** `ui:field: DataPipelineReview`. */
export const reviewField = {
  name: 'DataPipelineReview',
  component: DataPipelineReview,
  schema: reviewSchema,
  validation,
};
