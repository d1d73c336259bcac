import { posts } from '../describe';
import { JOB, NAMESPACE } from '../parameters';

export const jobSnapshots = {
  post: posts({
    id: 'takeSavepoint',
    tag: 'jobs',
    summary: 'Takes a savepoint of a Flink job',
    description:
      'For signed-in users with the permission data-pipelines.snapshot.create. Makes a FlinkStateSnapshot; deleting that keeps the data.',
    parameters: [NAMESPACE, JOB],
    body: {
      environment: {
        type: 'string',
        description: 'Name of an environment that the job runs in',
        example: 'dev',
      },
    },
    status: '201',
    answer: 'SnapshotTaken',
    says: 'The name of the FlinkStateSnapshot; its state follows later',
    failures: [403, 404, 409, 503],
  }),
};
