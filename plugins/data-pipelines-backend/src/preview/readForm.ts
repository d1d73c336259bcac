import { JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';
import {
  formToSpec,
  PipelineForm,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';

const LISTS = ['topics', 'flinkJobs', 'sparkJobs'] as const;

/** The form in a request's body, with the specification that it means. */
export interface FormAndSpec {
  form: PipelineForm;
  spec: PipelineSpec;
}

/**
 * Reads the body `{ form }`. Only its shape is looked at: what is wrong inside
 * is for the preview to say.
 *
 * @throws InputError that names the part that has another shape
 */
export function readForm(body: unknown): FormAndSpec {
  const form = isObject(body) ? body.form : undefined;
  if (!isObject(form)) {
    throw new InputError(
      'form: is missing; send {"form": …} with the wizard’s answers',
    );
  }
  if (!isObject(form.kafka)) {
    throw new InputError('form.kafka: is missing; say which Kafka is used');
  }
  for (const name of LISTS) {
    const rows = form[name];
    if (rows === undefined || rows === null) continue;
    if (!Array.isArray(rows) || !rows.every(isObject)) {
      throw new InputError(`form.${name}: is no list of rows; send a list`);
    }
  }
  try {
    const known = form as unknown as PipelineForm;
    return { form: known, spec: formToSpec(known) };
  } catch (error) {
    throw new InputError(
      `form: is not what the wizard’s pages ask for; send the answers as PipelineForm says (${
        (error as Error).message
      })`,
    );
  }
}

function isObject(value: unknown): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
