import {
  ManagedFields,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { LiveReader } from '../drift/LiveReader';

/** What actions read of an object. */
export interface LiveObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    uid?: string;
    deletionTimestamp?: string;
    generation?: number;
    resourceVersion?: string;
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
    managedFields?: readonly ManagedFields[];
  };
  spec?: object;
  status?: object;
}

/**
 * Asks a cluster for one object, now.
 *
 * @throws NotFoundError where it is gone
 * @throws NotAllowedError where the portal may not read it
 * @throws ClusterSilent where the cluster does not answer
 */
export async function readLive(
  reader: LiveReader,
  { cluster, apiVersion, kind, namespace, name }: ObjectRef,
): Promise<LiveObject> {
  const answer = await reader.read(cluster, {
    apiVersion,
    kind,
    namespace,
    name,
  });
  switch (answer.state) {
    case 'found':
      return answer.object as LiveObject;
    case 'missing':
      throw new NotFoundError(`${kind} ${namespace}/${name} is gone.`);
    default:
      throw new NotAllowedError(answer.reason);
  }
}
