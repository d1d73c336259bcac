import { posts, reads } from '../describe';
import { NAME, NAMESPACE } from '../parameters';

const parameters = [NAMESPACE, NAME];

export const partActions = {
  get: reads({
    id: 'listPartActions',
    tag: 'pipelines',
    summary:
      "What people had done to a pipeline's Kafka clusters, topics, users and connectors, newest first",
    parameters,
    answer: 'ActionList',
    says: 'The newest fifty, and how far each is',
    failures: [404, 503],
  }),
  post: posts({
    id: 'orderPartAction',
    tag: 'pipelines',
    summary:
      'Does something to an object of Strimzi that the pipeline shows, as its preview showed it',
    description:
      'For signed-in users with the permission of the action, such as data-pipelines.reconciliation.pause. The same order twice is one action.',
    parameters,
    body: 'PartActionOrder',
    status: '201',
    answer: 'ActionView',
    says: 'The action, and how far it is; it goes on by itself',
    failures: [403, 404, 409, 503],
  }),
};

export const partActionPreview = {
  post: posts({
    id: 'previewPartAction',
    tag: 'pipelines',
    summary: 'What an action on such an object would do; changes nothing',
    parameters,
    body: 'PartActionQuestion',
    status: '200',
    answer: 'ActionPreview',
    says: 'Effects, steps, traps, and the same with kubectl',
    failures: [403, 404, 409, 503],
  }),
};
