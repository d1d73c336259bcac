import { parseEntityRef } from '@backstage/catalog-model';
import { JobChangeQuestion } from '@headworks/backstage-plugin-data-pipelines-common';
import { PreviewQuestion } from '../../api/Previews';

/** The answers of the template "Change a job". */
export interface JobChangeAnswers extends Partial<JobChangeQuestion> {
  /** Entity reference. */
  pipeline?: string;
}

/** Asks what a change does; undefined where nothing is asked for yet. */
export function questionOf(
  answers: JobChangeAnswers,
): PreviewQuestion | undefined {
  const { pipeline, environment, job, image, parallelism, values } = answers;
  const change = {
    ...(image && { image }),
    ...(parallelism && { parallelism }),
    ...(values && { values }),
  };
  if (!pipeline || !environment || !job) return undefined;
  if (Object.keys(change).length === 0) return undefined;
  const { namespace, name } = parseEntityRef(pipeline, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  const at = [namespace, name].map(encodeURIComponent).join('/');
  return {
    path: `/pipelines/${at}/changes/preview`,
    body: { environment, job, ...change },
  };
}
