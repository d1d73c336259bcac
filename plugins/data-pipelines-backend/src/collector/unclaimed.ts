import {
  LABEL_ENVIRONMENT,
  LABEL_PIPELINE,
  ObjectIndex,
  ObjectMetadata,
  ResourceId,
  RESOURCES,
  UnclaimedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';

const MOST = 200;

const KINDS = (Object.keys(RESOURCES) as ResourceId[]).filter(
  resource => resource !== 'pods' && resource !== 'events',
);

/** What an object's labels and place say. */
export interface Place {
  cluster: string;
  namespace: string;
  pipeline: string;
  /** Absent where the object has no such label. */
  environment?: string;
}

/** Whether a pipeline's entity declares a place as its own. */
export type IsClaimed = (place: Place) => boolean;

/** What {@link unclaimedObjects} looks into. */
export interface Known {
  names(): string[];
  source(cluster: string): ObjectIndex;
  apiVersion(cluster: string, resource: ResourceId): string;
}

/**
 * Objects that carry our pipeline label where no pipeline declares to be: a
 * mistake in an entity's annotation, or somebody who would like to be on
 * another team's page. Pods are left out: their owner tells enough.
 */
export function unclaimedObjects(
  known: Known,
  isClaimed: IsClaimed,
): { unclaimed: UnclaimedObject[]; unclaimedTotal: number } {
  const unclaimed: UnclaimedObject[] = [];
  let unclaimedTotal = 0;
  for (const cluster of known.names()) {
    for (const resource of KINDS) {
      for (const { metadata } of known.source(cluster).all(resource)) {
        const place = placeOf(cluster, metadata);
        if (!place || isClaimed(place)) continue;
        unclaimedTotal++;
        if (unclaimed.length === MOST) continue;
        unclaimed.push({
          pipeline: place.pipeline,
          object: {
            cluster,
            apiVersion: known.apiVersion(cluster, resource),
            kind: RESOURCES[resource].kind,
            namespace: metadata.namespace,
            name: metadata.name,
          },
        });
      }
    }
  }
  return { unclaimed, unclaimedTotal };
}

function placeOf(cluster: string, metadata: ObjectMetadata): Place | undefined {
  const { labels, namespace } = metadata;
  const pipeline = labels[LABEL_PIPELINE];
  const environment = labels[LABEL_ENVIRONMENT];
  return pipeline ? { cluster, namespace, pipeline, environment } : undefined;
}
