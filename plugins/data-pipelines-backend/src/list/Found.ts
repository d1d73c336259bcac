import {
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { matching } from './matching';
import { PipelineChange } from './PipelineChange';
import { comparePositions, orderingOf, Position, positionOf } from './position';

/** A pipeline, and where it stands. */
export interface Placed {
  pipeline: PipelineSummary;
  at: Position;
}

/** What one filter finds, in the order that is asked for. */
export class Found {
  readonly placed: readonly Placed[];
  readonly #query: PipelineQuery;

  private constructor(query: PipelineQuery, placed: readonly Placed[]) {
    this.#query = query;
    this.placed = placed;
  }

  static in(all: readonly PipelineSummary[], query: PipelineQuery): Found {
    const ordering = orderingOf(query);
    const placed = all
      .filter(matching(query))
      .map(pipeline => ({ pipeline, at: positionOf(pipeline, ordering) }))
      .sort((a, b) => comparePositions(a.at, b.at, ordering));
    return new Found(query, placed);
  }

  /** The same with what changed in its new place: nobody looks at the others. */
  after(changes: readonly PipelineChange[]): Found {
    const matches = matching(this.#query);
    const ordering = orderingOf(this.#query);
    const placed = [...this.placed];
    // All that went before what came: it may be the same, in the same place.
    for (const { before } of changes) {
      if (!before || !matches(before)) continue;
      const at = positionOf(before, ordering);
      placed.splice(this.#rank(placed, at), 1);
    }
    for (const { after } of changes) {
      if (!after || !matches(after)) continue;
      const at = positionOf(after, ordering);
      placed.splice(this.#rank(placed, at), 0, { pipeline: after, at });
    }
    return new Found(this.#query, placed);
  }

  /** How many stand before a position, which no two share. */
  #rank(placed: readonly Placed[], position: Position): number {
    const ordering = orderingOf(this.#query);
    let [from, to] = [0, placed.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const isBefore =
        comparePositions(placed[middle].at, position, ordering) < 0;
      if (isBefore) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
