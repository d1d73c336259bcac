import { posts, reads } from '../describe';
import { JOB, NAMESPACE } from '../parameters';

const parameters = [NAMESPACE, JOB];

export const jobActions = {
  get: reads({
    id: 'listJobActions',
    tag: 'jobs',
    summary: 'What people had done to a job, newest first',
    parameters,
    answer: 'ActionList',
    says: 'The newest fifty, and how far each is',
    failures: [404, 503],
  }),
  post: posts({
    id: 'orderJobAction',
    tag: 'jobs',
    summary: 'Does something to a job, as its preview showed it',
    description:
      'For signed-in users with the permission of the action, such as data-pipelines.job.suspend. The same order twice is one action.',
    parameters,
    body: 'ActionOrder',
    status: '201',
    answer: 'ActionView',
    says: 'The action, and how far it is; it goes on by itself',
    failures: [403, 404, 409, 503],
  }),
};

export const jobActionPreview = {
  post: posts({
    id: 'previewJobAction',
    tag: 'jobs',
    summary: 'What an action would do; changes nothing',
    parameters,
    body: 'ActionQuestion',
    status: '200',
    answer: 'ActionPreview',
    says: 'Effects, steps, traps, and the same with kubectl and in Git',
    failures: [403, 404, 409, 503],
  }),
};
