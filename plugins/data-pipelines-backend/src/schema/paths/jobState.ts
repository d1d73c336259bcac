import { reads } from '../describe';
import { JOB, NAMESPACE } from '../parameters';

export const jobState = {
  get: reads({
    id: 'getJobState',
    tag: 'jobs',
    summary: 'A Flink job with its savepoints and checkpoints',
    parameters: [NAMESPACE, JOB],
    answer: 'JobStateView',
    says: 'Its snapshots, newest first, and whether one can be taken now',
    failures: [404, 503],
  }),
};
