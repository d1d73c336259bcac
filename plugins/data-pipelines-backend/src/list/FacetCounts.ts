import {
  PipelineFacets,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Change } from './Change';

type Counts = {
  [F in keyof Omit<PipelineFacets, 'all'>]: Map<string, number>;
};

/** How many pipelines each value of a filter has. */
export class FacetCounts {
  readonly #counts: Counts;
  readonly facets: PipelineFacets;

  private constructor(counts: Counts, all: number) {
    this.#counts = counts;
    this.facets = {
      all,
      health: sorted(counts.health) as PipelineFacets['health'],
      engine: sorted(counts.engine) as PipelineFacets['engine'],
      owner: sorted(counts.owner),
      cluster: sorted(counts.cluster),
      environment: sorted(counts.environment),
    };
  }

  static of(pipelines: readonly PipelineSummary[]): FacetCounts {
    const counts = newCounts();
    for (const pipeline of pipelines) add(counts, pipeline, 1);
    return new FacetCounts(counts, pipelines.length);
  }

  after(changes: ReadonlyArray<Change<PipelineSummary>>): FacetCounts {
    const counts = newCounts(this.#counts);
    let { all } = this.facets;
    for (const { before, after } of changes) {
      if (before) add(counts, before, -1);
      if (after) add(counts, after, 1);
      all += Number(after !== undefined) - Number(before !== undefined);
    }
    return new FacetCounts(counts, all);
  }
}

function newCounts(from?: Counts): Counts {
  return {
    health: new Map(from?.health),
    engine: new Map(from?.engine),
    owner: new Map(from?.owner),
    cluster: new Map(from?.cluster),
    environment: new Map(from?.environment),
  };
}

function add(
  { health, engine, owner, cluster, environment }: Counts,
  pipeline: PipelineSummary,
  by: 1 | -1,
) {
  count(health, pipeline.verdict.health, by);
  for (const one of pipeline.engines) count(engine, one, by);
  if (pipeline.owner) count(owner, pipeline.owner, by);
  // A pipeline counts once for a value, however often it has it.
  const places = pipeline.environments.map(one => one.environment);
  for (const one of new Set(places.map(place => place.cluster))) {
    count(cluster, one, by);
  }
  for (const one of new Set(places.map(place => place.name))) {
    count(environment, one, by);
  }
}

function count(counts: Map<string, number>, value: string, by: 1 | -1) {
  const now = (counts.get(value) ?? 0) + by;
  if (now > 0) counts.set(value, now);
  else counts.delete(value);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  // From entries, because a name may be `__proto__`.
  return Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}
