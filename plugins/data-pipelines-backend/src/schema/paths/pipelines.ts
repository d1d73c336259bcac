import { HEALTHS } from '@headworks/backstage-plugin-data-pipelines-common';
import { USUAL_LIMIT } from '../../list/listPipelines';
import { reads } from '../describe';
import { CURSOR, limit, list, text } from '../parameters';

export const pipelines = {
  get: reads({
    id: 'listPipelines',
    tag: 'pipelines',
    summary: 'One page of the pipelines that the caller may see',
    description:
      'Several values of one filter: any of them; several filters: all of them. What a cluster cannot tell is in `clusters`, with its age.',
    parameters: [
      list('owner', 'Entity refs of owners, such as group:default/web'),
      list('health', 'Healths of the verdict', HEALTHS),
      list('cluster', 'Names of clusters'),
      list('environment', 'Names of environments'),
      list('engine', 'What the pipeline is made of', [
        'kafka',
        'flink',
        'spark',
      ]),
      list('ref', 'Entity refs of pipelines: only these'),
      text('text', 'Words in name, title or the sentence of the verdict'),
      text('sort', 'What the order goes by: `health` has the worst first', {
        choices: ['health', 'name', 'owner', 'changed'],
        usual: 'health',
      }),
      text('order', 'Up or down; `changed` goes down unless it is told', {
        choices: ['asc', 'desc'],
      }),
      limit(USUAL_LIMIT),
      CURSOR,
    ],
    answer: 'PipelineList',
    says: 'A page, with how many there are and what can be filtered by',
    failures: [503],
  }),
};
