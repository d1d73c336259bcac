import { reads } from '../describe';
import { NAME, NAMESPACE } from '../parameters';

export const pipeline = {
  get: reads({
    id: 'getPipeline',
    tag: 'pipelines',
    summary: 'A pipeline with all of its parts, in every environment',
    parameters: [NAMESPACE, NAME],
    answer: 'PipelineView',
    says: 'Its verdict, and the health of jobs, topics and Kafka clusters',
    failures: [404, 503],
  }),
};
