import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { DefinitionSource, groupOf, isBuiltIn } from './definitions';
import { Definition } from './schema';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

interface GroupList {
  versions: Array<{ groupVersion: string }>;
}

interface ResourceList {
  resources: Array<{ name: string; kind: string }>;
}

/** The definitions that a cluster has of the kinds of these objects. */
export async function fromCluster(
  client: ClusterClient,
  objects: readonly RenderedObject[],
): Promise<DefinitionSource> {
  const groups = [...new Set(objects.map(groupOf))].filter(
    group => !isBuiltIn(group),
  );
  const kinds = new Set(objects.map(({ kind }) => kind));
  const names = new Set<string>();
  for (const group of groups) {
    for (const { name, kind } of await resourcesOf(client, group)) {
      if (kinds.has(kind) && !name.includes('/')) names.add(`${name}.${group}`);
    }
  }
  const found = await Promise.all(
    [...names].map(name => client.get<Definition>(`${DEFINITIONS}/${name}`)),
  );
  return {
    label: `the cluster of context "${client.name}"`,
    definitions: found.filter(definition => definition !== undefined),
    complete: true,
  };
}

/** In every version: an object may ask for one that is no longer served. */
async function resourcesOf(client: ClusterClient, group: string) {
  const list = await client.get<GroupList>(`/apis/${group}`);
  const lists = await Promise.all(
    (list?.versions ?? []).map(({ groupVersion }) =>
      client.get<ResourceList>(`/apis/${groupVersion}`),
    ),
  );
  return lists.flatMap(entry => entry?.resources ?? []);
}
