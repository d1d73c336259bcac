import { posts } from '../describe';
import { NAME, NAMESPACE } from '../parameters';

export const preview = {
  post: posts({
    id: 'previewPipeline',
    tag: 'wizard',
    summary: 'What the wizard’s answers would make; changes nothing',
    body: {
      form: {
        description:
          'The answers so far, as PipelineForm of data-pipelines-common has them',
      },
    },
    status: '200',
    answer: 'PipelinePreview',
    says: 'Files, objects, sizes and findings',
    failures: [403, 409, 503],
  }),
};

export const jobChangePreview = {
  post: posts({
    id: 'previewJobChange',
    tag: 'wizard',
    summary:
      'What the template “Change a job” would do to files, environments and running jobs; changes nothing',
    description:
      'With `problem`, the template would end so. Where `changedFiles` is empty, the repository is like this already.',
    parameters: [NAMESPACE, NAME],
    body: 'JobChangeQuestion',
    status: '200',
    answer: 'JobChangePreview',
    says: 'What happens in each environment, and what is refused',
    failures: [403, 404, 409, 503],
  }),
};
