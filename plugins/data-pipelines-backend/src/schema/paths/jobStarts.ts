import { posts } from '../describe';
import { JOB, NAMESPACE } from '../parameters';

export const acknowledgeStart = {
  post: posts({
    id: 'acknowledgeStart',
    tag: 'jobs',
    summary: 'Says that a start of a Flink job without its state is known',
    description:
      'For signed-in users with the permission data-pipelines.start.acknowledge. It ends the verdict StartedEmpty; who said it first, when and why is kept with the start.',
    parameters: [NAMESPACE, JOB],
    body: 'AcknowledgeStart',
    status: '200',
    answer: 'StartView',
    says: 'The start, with who acknowledged it',
    failures: [403, 404, 409, 503],
  }),
};
