import {
  FlinkDeployment,
  ObjectMetadata,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Resource, Watched } from './resources';

/** An object as the API server sends it, before anything is known of it. */
export interface RawObject {
  metadata: Partial<ObjectMetadata> & {
    name: string;
    resourceVersion?: string;
  };
  spec?: unknown;
  status?: unknown;
}

/**
 * The small record that the index keeps: metadata that rules read, the part of
 * the spec that views show, and the status without its bulk.
 */
export function project<R extends Resource>(
  resource: R,
  raw: RawObject,
): Watched[R] {
  const metadata = metadataOf(raw);
  const record: Record<Resource, () => unknown> = {
    flinkdeployments: () => {
      const { spec, status } = raw as {
        spec?: FlinkDeployment['spec'];
        status?: FlinkDeployment['status'];
      };
      return {
        kind: 'FlinkDeployment',
        metadata,
        spec: { job: spec?.job && { state: spec.job.state } },
        status: status && {
          lifecycleState: status.lifecycleState,
          jobManagerDeploymentStatus: status.jobManagerDeploymentStatus,
          observedGeneration: status.observedGeneration,
          error: status.error,
          conditions: status.conditions,
          jobStatus: status.jobStatus,
        },
      };
    },
    flinkstatesnapshots: () => whole('FlinkStateSnapshot'),
    kafkatopics: () => whole('KafkaTopic'),
    sparkapplications: () => ({
      kind: 'SparkApplication',
      metadata,
      status: raw.status,
    }),
    scheduledsparkapplications: () => {
      const { schedule, timeZone, suspend } = (raw.spec ?? {}) as {
        schedule?: string;
        timeZone?: string;
        suspend?: boolean;
      };
      return {
        kind: 'ScheduledSparkApplication',
        metadata,
        spec: { schedule, timeZone, suspend },
        status: raw.status,
      };
    },
    pods: () => {
      const status = (raw.status ?? {}) as Watched['pods']['status'];
      return {
        metadata,
        status: {
          phase: status?.phase,
          conditions: status?.conditions,
          containerStatuses: status?.containerStatuses?.map(
            ({ name, restartCount, state }) => ({ name, restartCount, state }),
          ),
        },
      };
    },
  };
  function whole(kind: string) {
    return { kind, metadata, spec: raw.spec ?? {}, status: raw.status };
  }
  return record[resource]() as Watched[R];
}

function metadataOf({ metadata }: RawObject): ObjectMetadata {
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    uid: metadata.uid,
    generation: metadata.generation,
    creationTimestamp: metadata.creationTimestamp,
    deletionTimestamp: metadata.deletionTimestamp,
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
  };
}
