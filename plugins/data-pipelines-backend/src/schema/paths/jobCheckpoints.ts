import { reads } from '../describe';
import { JOB, NAMESPACE } from '../parameters';

export const jobCheckpoints = {
  get: reads({
    id: 'getJobCheckpoints',
    tag: 'jobs',
    summary:
      "What a running Flink job's own Flink remembers of its checkpoints",
    parameters: [
      NAMESPACE,
      JOB,
      {
        name: 'environment',
        in: 'query',
        required: true,
        description: 'Name of the environment',
        example: 'dev',
        schema: { type: 'string', maxLength: 253, pattern: '^[^\\u0000]*$' },
      },
    ],
    answer: 'CheckpointsView',
    says: 'The checkpoints, newest first, and what they mean together; or why Flink does not say',
    failures: [404, 503],
  }),
};
