import {
  ResourceFacts,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterReader, NotServed } from './ClusterReader';
import { Refusal } from './failure';

/** The version of each resource that a cluster serves and that we understand. */
export type Served = ReadonlyMap<ResourceId, string>;

/** Which versions of which groups a cluster serves. */
export type ServedGroups = ReadonlyMap<string, ReadonlySet<string>>;

const ALL = Object.entries(RESOURCES) as Array<[ResourceId, ResourceFacts]>;

/** One small request; tells by the way that the cluster is there. */
export async function servedGroups(
  reader: ClusterReader,
  options: { signal: AbortSignal; patience: number },
): Promise<ServedGroups> {
  const { groups } = await reader.json<{
    groups?: Array<{ name: string; versions: Array<{ version: string }> }>;
  }>('/apis', options);
  return new Map(
    (groups ?? []).map(({ name, versions }) => [
      name,
      new Set(versions.map(({ version }) => version)),
    ]),
  );
}

/** The best version of each resource, by asking each group version once. */
export async function servedResources(
  reader: ClusterReader,
  groups: ServedGroups,
  signal: AbortSignal,
): Promise<Served> {
  const wanted = new Set<string>();
  for (const [, { group, versions }] of ALL) {
    for (const version of versions) {
      if (groups.get(group)?.has(version)) wanted.add(`${group}/${version}`);
    }
  }
  const plurals = new Map<string, ReadonlySet<string>>();
  await Promise.all(
    [...wanted].map(async groupVersion => {
      plurals.set(groupVersion, await pluralsIn(reader, groupVersion, signal));
    }),
  );
  return bestVersions(({ group, plural }, version) =>
    Boolean(plurals.get(`${group}/${version}`)?.has(plural)),
  );
}

/** Where a cluster does not say what it serves: what it answers to is there. */
export function assumedResources(): Served {
  return bestVersions(() => true);
}

function bestVersions(
  isServed: (facts: ResourceFacts, version: string) => boolean,
): Served {
  return new Map(
    ALL.flatMap(([resource, facts]) => {
      const version = facts.versions.find(
        // The core group is served by every API server.
        one => facts.group === '' || isServed(facts, one),
      );
      return version ? [[resource, version] as const] : [];
    }),
  );
}

async function pluralsIn(
  reader: ClusterReader,
  groupVersion: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  try {
    const { resources } = await reader.json<{
      resources?: Array<{ name: string }>;
    }>(`/apis/${groupVersion}`, { signal });
    return new Set((resources ?? []).map(({ name }) => name));
  } catch (error) {
    if (error instanceof NotServed) return new Set();
    if (error instanceof Refusal && error.status === 403) return new Set();
    throw error;
  }
}
