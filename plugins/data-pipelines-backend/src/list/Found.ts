import {
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Change } from './Change';
import { matching } from './matching';
import {
  comparePositions,
  Ordering,
  orderingOf,
  Position,
  positionOf,
} from './position';

/** A pipeline, and where it stands. */
export interface Placed {
  pipeline: PipelineSummary;
  at: Position;
}

/** What one filter finds, in the order that is asked for. */
export class Found {
  readonly placed: readonly Placed[];
  readonly #query: PipelineQuery;
  readonly #ordering: Ordering;

  private constructor(query: PipelineQuery, placed: readonly Placed[]) {
    this.#query = query;
    this.#ordering = orderingOf(query);
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
  after(changes: ReadonlyArray<Change<PipelineSummary>>): Found {
    const matches = matching(this.#query);
    const placed = [...this.placed];
    // All that went before what came: it may be the same, in the same place.
    for (const { before } of changes) {
      if (!before || !matches(before)) continue;
      const at = positionOf(before, this.#ordering);
      placed.splice(this.#rank(placed, at), 1);
    }
    for (const { after } of changes) {
      if (!after || !matches(after)) continue;
      const at = positionOf(after, this.#ordering);
      placed.splice(this.#rank(placed, at), 0, { pipeline: after, at });
    }
    return new Found(this.#query, placed);
  }

  /** How many stand before a position, which no two share. */
  #rank(placed: readonly Placed[], position: Position): number {
    let [from, to] = [0, placed.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const { at } = placed[middle];
      if (comparePositions(at, position, this.#ordering) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
