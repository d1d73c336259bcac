import {
  PipelineFacets,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { keptWith } from './keptWith';

/** How many pipelines each value of a filter has; the same array is counted once. */
export const facetsOf = keptWith(countedIn);

function countedIn(pipelines: readonly PipelineSummary[]): PipelineFacets {
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
    const { environments } = pipeline;
    countOnce(
      cluster,
      environments.map(one => one.environment.cluster),
    );
    countOnce(
      environment,
      environments.map(one => one.environment.name),
    );
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

/** A pipeline counts once for a value, however often it has it. */
function countOnce(counts: Map<string, number>, values: readonly string[]) {
  values.forEach((value, i) => {
    if (values.indexOf(value) === i) count(counts, value);
  });
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
