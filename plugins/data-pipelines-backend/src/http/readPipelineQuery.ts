import {
  HEALTHS,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  choices,
  limit,
  Parameters,
  refuseOthers,
  several,
  single,
} from './readParameters';

const MOST = 500;

const KNOWN: Record<keyof PipelineQuery, true> = {
  owner: true,
  health: true,
  cluster: true,
  environment: true,
  engine: true,
  ref: true,
  text: true,
  sort: true,
  order: true,
  limit: true,
  cursor: true,
};

/**
 * Reads what to list of the parameters of a request.
 *
 * @throws InputError that names the parameter and what is allowed
 */
export function readPipelineQuery(parameters: Parameters): PipelineQuery {
  refuseOthers(parameters, Object.keys(KNOWN));
  single(parameters, 'sort');
  single(parameters, 'order');
  return {
    owner: several(parameters, 'owner'),
    health: choices(parameters, 'health', HEALTHS),
    cluster: several(parameters, 'cluster'),
    environment: several(parameters, 'environment'),
    engine: choices(parameters, 'engine', ['kafka', 'flink', 'spark']),
    ref: several(parameters, 'ref'),
    text: single(parameters, 'text'),
    sort: choices(parameters, 'sort', [
      'health',
      'name',
      'owner',
      'changed',
    ])[0],
    order: choices(parameters, 'order', ['asc', 'desc'])[0],
    limit: limit(parameters, MOST),
    cursor: single(parameters, 'cursor'),
  };
}
