import { reads } from '../describe';
import { ENVIRONMENT, JOB, NAMESPACE } from '../parameters';

export const jobCheckpoints = {
  get: reads({
    id: 'getJobCheckpoints',
    tag: 'jobs',
    summary:
      "What a running Flink job's own Flink remembers of its checkpoints",
    parameters: [NAMESPACE, JOB, ENVIRONMENT],
    answer: 'CheckpointsView',
    says: 'The checkpoints, newest first, and what they mean together; or why Flink does not say',
    failures: [404, 503],
  }),
};
