import { posts } from '../describe';

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
