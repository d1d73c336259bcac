import { reads } from '../describe';
import { NAME, NAMESPACE } from '../parameters';

export const drift = {
  get: reads({
    id: 'getDrift',
    tag: 'pipelines',
    summary: 'Git beside newer charts and beside the cluster',
    parameters: [NAMESPACE, NAME],
    answer: 'PipelineDrift',
    says: 'What differs, and the command that makes it the same',
    failures: [404, 503],
  }),
};
