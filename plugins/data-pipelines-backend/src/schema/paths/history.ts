import { reads } from '../describe';
import { CURSOR, JOB, limit, list, NAME, NAMESPACE, text } from '../parameters';

const PARAMETERS = [
  text('environment', 'Only what happened in this environment'),
  list('kind', 'Only these kinds of happenings', [
    'transition',
    'run',
    'restart',
    'upgrade',
    'snapshot',
    'event',
  ]),
  limit(50),
  CURSOR,
];

export const pipelineHistory = {
  get: reads({
    id: 'getPipelineHistory',
    tag: 'pipelines',
    summary: 'What happened to a pipeline, newest first',
    parameters: [NAMESPACE, NAME, ...PARAMETERS],
    answer: 'HistoryPage',
    says: 'A page of what happened',
    failures: [404, 503],
  }),
};

export const jobHistory = {
  get: reads({
    id: 'getJobHistory',
    tag: 'jobs',
    summary: 'What happened to a job, newest first',
    parameters: [NAMESPACE, JOB, ...PARAMETERS],
    answer: 'HistoryPage',
    says: 'A page of what happened',
    failures: [404, 503],
  }),
};
