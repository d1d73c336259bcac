import {
  KafkaForm,
  PipelineForm,
  TopicForm,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A value of `DataPipelineTarget`. */
export interface Target {
  cluster: string;
  namespace: string;
  environment: string;
}

/** A value of `DataPipelineReview`. */
export interface Review {
  accepted: NonNullable<PipelineForm['accepted']>;
}

/**
 * What the pages of a template hold, by the names of its parameters. Those of
 * `PipelineForm` may stand there by themselves; on the way to the last page
 * anything may still be missing.
 */
export interface FormData
  extends Partial<Omit<PipelineForm, 'kafka' | 'topics'>> {
  target?: Partial<Target>;
  kafka?: Partial<KafkaForm>;
  topics?: TopicForm[];
  /** Folder for the state of many pipelines; each has its own below. */
  storageRoot?: string;
  review?: Partial<Review>;
}

/** All pages' data: Backstage's wizard hands it to each field in this way. */
export function formDataOf(props: {
  formContext?: { formData?: FormData };
}): FormData {
  return props.formContext?.formData ?? {};
}
