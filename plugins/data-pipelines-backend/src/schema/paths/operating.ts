import { reads } from '../describe';
import { text } from '../parameters';

export const collector = {
  get: reads({
    id: 'getCollector',
    tag: 'operating',
    summary: 'How well the portal is informed, by cluster and kind',
    description: 'Needs the permission data-pipelines.collector.read.',
    answer: 'CollectorView',
    says: 'Every watch, and the objects that no pipeline claims',
    failures: [403, 503],
  }),
};

export const found = {
  get: reads({
    id: 'listFound',
    tag: 'operating',
    summary: 'Pipelines as the clusters show them, for the catalog',
    description: 'For services only: nobody’s permission was asked.',
    parameters: [
      text('scope', 'Only what carries our labels, or all that is known', {
        choices: ['labelled', 'all'],
        usual: 'labelled',
      }),
    ],
    answer: 'FoundAnswer',
    says: 'Pipelines with their jobs and topics',
    failures: [403],
  }),
};
