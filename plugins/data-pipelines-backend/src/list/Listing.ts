import {
  PipelineFacets,
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Change } from './Change';
import { FacetCounts } from './FacetCounts';
import { Found, Placed } from './Found';

/** What is asked for again and again is kept: so many filters and orders. */
const KEPT = 16;

/**
 * The pipelines that one viewer may see, at one moment. To sort, search and
 * count a thousand takes a while, so what was asked for before is taken over
 * with what changed since.
 */
export class Listing {
  readonly #all: () => readonly PipelineSummary[];
  readonly #counts: FacetCounts;
  /** By what was asked, the latest last. */
  readonly #found: Map<string, Found>;

  private constructor(
    all: () => readonly PipelineSummary[],
    counts: FacetCounts,
    found: ReadonlyMap<string, Found>,
  ) {
    this.#all = all;
    this.#counts = counts;
    this.#found = new Map(found);
  }

  static of(all: readonly PipelineSummary[]): Listing {
    return new Listing(() => all, FacetCounts.of(all), new Map());
  }

  /**
   * The one of a later moment.
   *
   * @param all - all pipelines by then, for what was not asked for yet
   * @param changes - what is different in it
   */
  after(
    all: () => readonly PipelineSummary[],
    changes: ReadonlyArray<Change<PipelineSummary>>,
  ): Listing {
    const found = [...this.#found].map(
      ([key, one]) => [key, one.after(changes)] as const,
    );
    return new Listing(all, this.#counts.after(changes), new Map(found));
  }

  /** Of all that the viewer may see, whatever is asked for. */
  get facets(): PipelineFacets {
    return this.#counts.facets;
  }

  /** What is asked for, in order. */
  find(query: PipelineQuery): readonly Placed[] {
    const { limit: _limit, cursor: _cursor, ...asked } = query;
    const key = JSON.stringify(asked, Object.keys(asked).sort());
    const found = this.#found.get(key) ?? Found.in(this.#all(), query);
    this.#found.delete(key);
    this.#found.set(key, found);
    const [oldest] = this.#found.keys();
    if (this.#found.size > KEPT) this.#found.delete(oldest);
    return found.placed;
  }
}
