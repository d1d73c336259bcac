import { posts, reads } from '../describe';
import { NAME, NAMESPACE } from '../parameters';

const parameters = [NAMESPACE, NAME];

export const pipelineActions = {
  get: reads({
    id: 'listPipelineActions',
    tag: 'pipelines',
    summary: 'What people had done to all jobs of a pipeline, newest first',
    parameters,
    answer: 'ActionList',
    says: 'The newest fifty, and how far each is',
    failures: [404, 503],
  }),
  post: posts({
    id: 'orderPipelineAction',
    tag: 'pipelines',
    summary: 'Stops or starts all jobs in order, as its preview showed it',
    description:
      'For signed-in users with the permission data-pipelines.job.suspend or data-pipelines.job.resume who see every job. It ends at the first job that fails; ordered anew, it goes on from there. The same order twice is one action.',
    parameters,
    body: 'PipelineActionOrder',
    status: '201',
    answer: 'ActionView',
    says: 'The action, and how far it is; it goes on by itself',
    failures: [403, 404, 409, 503],
  }),
};

export const pipelineActionPreview = {
  post: posts({
    id: 'previewPipelineAction',
    tag: 'pipelines',
    summary: 'What stopping or starting all jobs would do; changes nothing',
    parameters,
    body: 'PipelineActionQuestion',
    status: '200',
    answer: 'PipelineActionPreview',
    says: 'Job by job in their order: effects, steps, traps and refusals',
    failures: [403, 404, 409, 503],
  }),
};
