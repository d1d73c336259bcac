import { onePath } from '@headworks/backstage-plugin-data-pipelines-common';
import { PlacedFact } from '../history/facts/Fact';
import { lastPart, SNAPSHOT_RANKS } from '../history/facts/snapshot';
import { Action } from './Action';
import { TakenSavepoint } from './flinkSteps';

/**
 * A savepoint that somebody has had Flink take, for the history: nothing else
 * tells whose it is.
 */
export function savepointFact(
  { id, by, environment, jobRef, pipelineRef }: Action,
  { target, path }: TakenSavepoint,
): PlacedFact {
  const { cluster, kind, namespace, name } = target;
  return {
    kind: 'snapshot',
    at: new Date().toISOString(),
    key: `action ${id}`,
    alias: onePath(path),
    rank: SNAPSHOT_RANKS.completed,
    detail: {
      kind: 'snapshot',
      name: lastPart(path),
      origin: 'user',
      by,
      state: 'completed',
      path,
    },
    place: {
      pipelineRef,
      entityRef: jobRef,
      environment,
      cluster,
      object: `${kind}/${namespace}/${name}`,
    },
  };
}
