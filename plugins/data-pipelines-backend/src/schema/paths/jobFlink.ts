import { reads } from '../describe';
import { ENVIRONMENT, JOB, NAMESPACE } from '../parameters';

export const jobFlink = {
  get: reads({
    id: 'getJobFlink',
    tag: 'jobs',
    summary:
      "What a running Flink job's own Flink says of its steps and failures",
    parameters: [NAMESPACE, JOB, ENVIRONMENT],
    answer: 'FlinkView',
    says: 'The steps in the order in which records pass them and the latest failures; or why Flink does not say',
    failures: [404, 503],
  }),
};
