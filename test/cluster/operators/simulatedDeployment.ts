import { ClusterClient } from '../client';

/** What Flink's native mode makes for its JobManager. */
export interface SimulatedDeployment {
  namespace: string;
  name: string;
  /** Name of the ReplicaSet that a controller manager would make. */
  replicaSet: string;
  labels: Record<string, string>;
  /** Of the pods; the API server wants it to be there. */
  container: { name: string; image: string };
  ready: boolean;
}

/** Makes the Deployment and its ReplicaSet; returns what their pods name as their owners. */
export async function ensureDeployment(
  client: ClusterClient,
  wanted: SimulatedDeployment,
) {
  const { namespace, name, replicaSet, labels } = wanted;
  const pods = {
    replicas: 1,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [wanted.container] },
    },
  };
  const status = { replicas: 1, readyReplicas: wanted.ready ? 1 : 0 };
  const deployment = await client.apply(path(namespace, 'deployments', name), {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: pods,
  });
  const byDeployment = ownedBy('Deployment', deployment.metadata);
  const set = await client.apply(path(namespace, 'replicasets', replicaSet), {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: replicaSet,
      namespace,
      labels,
      ownerReferences: [byDeployment],
    },
    spec: pods,
  });
  await client.merge(`${path(namespace, 'replicasets', replicaSet)}/status`, {
    status,
  });
  return {
    byDeployment,
    byReplicaSet: ownedBy('ReplicaSet', set.metadata),
  };
}

/** Removes both; no garbage collector does it here. */
export async function removeDeployment(
  client: ClusterClient,
  gone: { namespace: string; name: string; replicaSet: string },
) {
  await client.delete(path(gone.namespace, 'deployments', gone.name));
  await client.delete(path(gone.namespace, 'replicasets', gone.replicaSet));
}

function path(namespace: string, resource: string, name: string) {
  return `/apis/apps/v1/namespaces/${namespace}/${resource}/${name}`;
}

function ownedBy(kind: string, owner: { name: string; uid?: string }) {
  return {
    apiVersion: 'apps/v1',
    kind,
    name: owner.name,
    uid: owner.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}
