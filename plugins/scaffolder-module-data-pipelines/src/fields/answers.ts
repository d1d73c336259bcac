import { PipelineAnswers } from '@headworks/backstage-plugin-data-pipelines-common';

/** A value of `DataPipelineTarget`. */
export type Target = Required<NonNullable<PipelineAnswers['target']>>;

/** A value of `DataPipelineReview`. */
export interface Review {
  /** Reasons, by rule and then by what they are about. */
  accepted: Record<string, Record<string, string>>;
}

/** All pages' answers: Backstage's wizard hands them to each field in this way. */
export function answersOf<T extends object = PipelineAnswers>(props: {
  formContext?: { formData?: T };
}): Partial<T> {
  return props.formContext?.formData ?? {};
}
