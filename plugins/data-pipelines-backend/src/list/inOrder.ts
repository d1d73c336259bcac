import { PipelineSummary } from '@headworks/backstage-plugin-data-pipelines-common';
import { keptWith } from './keptWith';
import { comparePositions, Ordering, Position, positionOf } from './position';

/** A pipeline, and where it stands. */
export interface Placed {
  pipeline: PipelineSummary;
  at: Position;
}

/** Many look at the same fleet in the same order. */
const ordersOf = keptWith(
  (_: readonly PipelineSummary[]) => new Map<string, readonly Placed[]>(),
);

/** Pipelines as a list has them; the same array is sorted once. */
export function inOrder(
  pipelines: readonly PipelineSummary[],
  ordering: Ordering,
): readonly Placed[] {
  const known = ordersOf(pipelines);
  const key = `${ordering.sort} ${ordering.order}`;
  const sorted =
    known.get(key) ??
    pipelines
      .map(pipeline => ({ pipeline, at: positionOf(pipeline, ordering) }))
      .sort((a, b) => comparePositions(a.at, b.at, ordering));
  known.set(key, sorted);
  return sorted;
}
