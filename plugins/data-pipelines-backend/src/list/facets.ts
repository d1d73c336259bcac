import {
  PipelineFacets,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** How many pipelines each value of a filter has. */
export function facetsOf(
  pipelines: readonly PipelineSummary[],
): PipelineFacets {
  const owner = new Map<string, number>();
  const facets: PipelineFacets = {
    all: pipelines.length,
    health: {},
    owner: {},
    cluster: {},
    environment: {},
    engine: {},
  };
  const [cluster, environment] = [
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const pipeline of pipelines) {
    const { health } = pipeline.verdict;
    facets.health[health] = (facets.health[health] ?? 0) + 1;
    for (const engine of pipeline.engines) {
      facets.engine[engine] = (facets.engine[engine] ?? 0) + 1;
    }
    if (pipeline.owner) count(owner, [pipeline.owner]);
    const places = pipeline.environments.map(one => one.environment);
    count(
      cluster,
      places.map(place => place.cluster),
    );
    count(
      environment,
      places.map(place => place.name),
    );
  }
  return {
    ...facets,
    owner: sorted(owner),
    cluster: sorted(cluster),
    environment: sorted(environment),
  };
}

/** A pipeline counts once for a value, however often it has it. */
function count(counts: Map<string, number>, values: readonly string[]) {
  for (const value of new Set(values)) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  // From entries, because a name may be `__proto__`.
  return Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}
