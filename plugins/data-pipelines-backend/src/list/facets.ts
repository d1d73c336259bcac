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
    pipeline.environments.forEach(({ environment: at }, i, all) => {
      // A pipeline counts once for a value, however often it has it.
      const before = all.slice(0, i).map(one => one.environment);
      if (!before.some(one => one.cluster === at.cluster)) {
        count(cluster, at.cluster);
      }
      if (!before.some(one => one.name === at.name)) {
        count(environment, at.name);
      }
    });
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

function count(counts: Map<string, number>, value: string) {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  // From entries, because a name may be `__proto__`.
  return Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}
