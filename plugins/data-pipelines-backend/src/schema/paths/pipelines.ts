import {
  HEALTHS,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { USUAL_LIMIT } from '../../list/listPipelines';
import { reads } from '../describe';
import { Parameter } from '../Operation';
import { CURSOR, limit, list, text } from '../parameters';

/** All that a query may have, so that none is forgotten. */
const PARAMETERS: Record<keyof PipelineQuery, Parameter> = {
  owner: list('owner', 'Entity refs of owners, such as group:default/web'),
  health: list('health', 'Healths of the verdict', HEALTHS),
  cluster: list('cluster', 'Names of clusters'),
  environment: list('environment', 'Names of environments'),
  engine: list('engine', 'What the pipeline is made of', [
    'kafka',
    'flink',
    'spark',
  ]),
  ref: list('ref', 'Entity refs of pipelines: only these'),
  text: text('text', 'Words in name, title or the sentence of the verdict'),
  sort: text('sort', 'What the order goes by: `health` has the worst first', {
    choices: ['health', 'name', 'owner', 'changed'],
    usual: 'health',
  }),
  order: text('order', 'Up or down; `changed` goes down unless it is told', {
    choices: ['asc', 'desc'],
  }),
  limit: limit(USUAL_LIMIT),
  cursor: CURSOR,
};

export const pipelines = {
  get: reads({
    id: 'listPipelines',
    tag: 'pipelines',
    summary: 'One page of the pipelines that the caller may see',
    description:
      'Several values of one filter: any of them; several filters: all of them. What a cluster cannot tell is in `clusters`, with its age.',
    parameters: Object.values(PARAMETERS),
    answer: 'PipelineList',
    says: 'A page, with how many there are and what can be filtered by',
    failures: [503],
  }),
};
