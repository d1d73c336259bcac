import {
  PipelineFacets,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** How many pipelines each value of a filter has. */
export function facetsOf(
  pipelines: readonly PipelineSummary[],
): PipelineFacets {
  const health: PipelineFacets['health'] = {};
  const engine: PipelineFacets['engine'] = {};
  const owner = new Map<string, number>();
  const cluster = new Map<string, number>();
  const environment = new Map<string, number>();
  for (const pipeline of pipelines) {
    const is = pipeline.verdict.health;
    health[is] = (health[is] ?? 0) + 1;
    for (const one of pipeline.engines) engine[one] = (engine[one] ?? 0) + 1;
    if (pipeline.owner) count(owner, pipeline.owner);
    const places = placesOf(pipeline);
    for (const one of places.clusters) count(cluster, one);
    for (const one of places.environments) count(environment, one);
  }
  return {
    all: pipelines.length,
    health,
    engine,
    owner: sorted(owner),
    cluster: sorted(cluster),
    environment: sorted(environment),
  };
}

interface Places {
  clusters: readonly string[];
  environments: readonly string[];
}

/** Every list counts them, and they seldom change. */
const counted = new WeakMap<PipelineSummary, Places>();

/** A pipeline counts once for a value, however often it has it. */
function placesOf(pipeline: PipelineSummary): Places {
  const known = counted.get(pipeline);
  if (known) return known;
  const all = pipeline.environments.map(({ environment }) => environment);
  const made = {
    clusters: [...new Set(all.map(one => one.cluster))],
    environments: [...new Set(all.map(one => one.name))],
  };
  counted.set(pipeline, made);
  return made;
}

function count(counts: Map<string, number>, value: string) {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  // From entries, because a name may be `__proto__`.
  return Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}
