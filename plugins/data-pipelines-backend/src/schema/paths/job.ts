import { reads } from '../describe';
import { JOB, NAMESPACE } from '../parameters';

export const job = {
  get: reads({
    id: 'getJob',
    tag: 'jobs',
    summary: 'A job with its pods and their events, in every environment',
    parameters: [NAMESPACE, JOB],
    answer: 'JobPageView',
    says: 'Its health, facts, pods and events',
    failures: [404, 503],
  }),
};
