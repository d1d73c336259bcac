import { reads } from '../describe';
import { ENVIRONMENT, NAME, NAMESPACE } from '../parameters';

export const lag = {
  get: reads({
    id: 'getPipelineLag',
    tag: 'pipelines',
    summary: 'How far its Flink jobs are behind what they read',
    parameters: [NAMESPACE, NAME, ENVIRONMENT],
    answer: 'PipelineLagView',
    says: 'The records that each has still to read; or why its Flink does not say',
    failures: [404, 503],
  }),
};
