import {
  assess,
  Assessed,
  Environment,
  HealthReport,
  KnownObjects,
  KeptStart,
  ObjectIndex,
  ObjectRef,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../declared/declaredPipeline';
import { RecordedHealth } from './HealthLog';

/** One environment of a pipeline, with its cluster as it is known now. */
export interface Place {
  pipeline: DeclaredPipeline;
  environment: Environment;
  source: ObjectIndex;
  /** By the cluster's clock. */
  now: Date;
  /** Such as `kafka.strimzi.io/v1`. */
  apiVersion(resource: ResourceId): string;
  /** Whether the cluster has the kind at all. */
  serves(resource: ResourceId): boolean;
  /** Whether the kind cannot be followed now, so that something may be unknown. */
  lags(resource: ResourceId): boolean;
  /** The starts of a Flink job, newest first. */
  starts?(object: ObjectRef): readonly KeptStart[];
  /** The health of a part as it was told last, also before the portal started. */
  last?(part: { entityRef: string; name: string }): RecordedHealth | undefined;
}

/** Points at a live object of the place's cluster. */
export function refTo<R extends ResourceId>(
  place: Place,
  resource: R,
  { metadata }: KnownObjects[R],
): ObjectRef {
  return {
    cluster: place.environment.cluster,
    apiVersion: place.apiVersion(resource),
    kind: RESOURCES[resource].kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

/** How well a live object of the place's cluster is. */
export function reportOf<R extends Assessed>(
  { source, now }: Place,
  resource: R,
  object: KnownObjects[R],
): HealthReport {
  return assess(resource, object, { source, now });
}

/** In the report of a part that may be there: nobody can tell. */
export const NOT_READ = 'KindNotRead';

/** The report of a part that is none of these kinds, as far as is known. */
export function missing(
  place: Place,
  what: string,
  kinds: readonly ResourceId[],
): HealthReport {
  const { name, cluster, namespace, release } = place.environment;
  const unread = kinds.find(kind => place.lags(kind));
  if (unread) {
    return {
      health: 'Unknown',
      reason: NOT_READ,
      message: `Whether the ${what} is in cluster ${cluster} is not known: the portal cannot read ${unread} there`,
      nextStep: 'Ask whoever runs the portal to look at its cluster access.',
    };
  }
  return {
    health: 'Missing',
    reason: 'NotInstalled',
    message: `The ${what} is not in cluster ${cluster}`,
    nextStep: `Install it: helm upgrade --install ${release} . --namespace ${namespace} -f values-${name}.yaml`,
  };
}
