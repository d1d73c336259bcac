import { EventFact, Place, PlacedFact, ProgressFact } from '../facts/Fact';

export const PLACE: Place = {
  pipelineRef: 'component:default/clickstream',
  environment: 'prod',
  cluster: 'blue',
  entityRef: 'component:default/clickstream-sessionize',
  object: 'FlinkDeployment/pipelines/clickstream-sessionize',
};
const AT = '2026-01-01T00:00:00.000Z';

export function event(source: string, count: number): PlacedFact<EventFact> {
  return {
    kind: 'event',
    place: PLACE,
    at: AT,
    firstAt: AT,
    key: 'Pod BackOff',
    source,
    count,
    detail: {
      kind: 'event',
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      about: 'Pod/pipelines/x',
    },
  };
}

export function restart(
  key: string,
  count: number,
): PlacedFact<ProgressFact<'restart'>> {
  return {
    kind: 'restart',
    place: PLACE,
    at: AT,
    key,
    rank: count,
    detail: { kind: 'restart', what: 'Container main', count },
  };
}

export function run(key: string): PlacedFact<ProgressFact<'run'>> {
  return {
    kind: 'run',
    place: PLACE,
    at: AT,
    key,
    rank: 2,
    detail: { kind: 'run', run: key, state: 'finished' },
  };
}
