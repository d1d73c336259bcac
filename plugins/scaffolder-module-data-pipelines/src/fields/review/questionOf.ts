import { PipelineForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { PreviewQuestion } from '../../api/Previews';

/** Asks what a form would make. */
export function questionOf(form: PipelineForm): PreviewQuestion {
  return { path: '/preview', body: { form } };
}
