import {
  ObjectIdentity,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { clusterSilence, Refusal } from '../collector/failure';
import { Discovery, groupPath } from './Discovery';
import { isAddressable } from './names';

/** What a cluster says when it is asked for one object. */
export type LiveAnswer =
  | { state: 'found'; object: RenderedObject }
  | { state: 'missing' }
  | { state: 'unreadable'; reason: string };

/** The cluster cannot be asked at all; the message is a sentence with its name. */
export class ClusterSilent extends Error {}

const PATIENCE = 10_000;

/** Gets objects by name. It never lists, and never reads a Secret. */
export class LiveReader {
  readonly #access: ClusterAccess;
  readonly #discovery: Discovery;

  constructor(options: { access: ClusterAccess }) {
    this.#access = options.access;
    this.#discovery = new Discovery(options);
  }

  /** @throws ClusterSilent where the portal has no such cluster, or may not watch it */
  async requireCluster(name: string): Promise<void> {
    const clusters = await this.#access.listClusters();
    const cluster = clusters.find(one => one.name === name);
    if (!cluster) {
      throw new ClusterSilent(
        `The portal knows no cluster ${name}; add it to the section kubernetes of its configuration, or mend headworks.dev/environments`,
      );
    }
    if (cluster.unsupported) throw new ClusterSilent(cluster.unsupported);
  }

  /** @throws ClusterSilent where the cluster does not answer */
  async read(cluster: string, object: ObjectIdentity): Promise<LiveAnswer> {
    const { apiVersion, kind } = object;
    if (kind === 'Secret') {
      return unreadable('The portal never reads Secrets');
    }
    if (!isAddressable(object)) {
      return unreadable('Its name is not one that Kubernetes allows');
    }
    try {
      const served = await this.#discovery.find(cluster, apiVersion, kind);
      if (!served) {
        return unreadable(
          `Cluster ${cluster} does not serve ${kind} of ${apiVersion}; install its operator`,
        );
      }
      const { resource, namespaced } = served;
      const path = [
        groupPath(apiVersion),
        ...(namespaced ? ['namespaces', object.namespace ?? 'default'] : []),
        resource,
        encodeURIComponent(object.name),
      ].join('/');
      return await this.#get(cluster, path, resource);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw new ClusterSilent(clusterSilence(cluster, error as Error));
      }
      if (error.status >= 500) {
        throw new ClusterSilent(clusterSilence(cluster, error));
      }
      return unreadable(`Cluster ${cluster} refuses: ${error.message}`);
    }
  }

  async #get(
    cluster: string,
    path: string,
    resource: string,
  ): Promise<LiveAnswer> {
    const response = await this.#access.get(cluster, path, {
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) {
      return {
        state: 'found',
        object: (await response.json()) as RenderedObject,
      };
    }
    const refusal = new Refusal(response.status, await response.text());
    switch (response.status) {
      case 404:
        return { state: 'missing' };
      case 401:
        return unreadable(
          `Cluster ${cluster} does not accept the portal's credential`,
        );
      case 403:
        return unreadable(
          `Cluster ${cluster} does not let the portal read ${resource}; its service account needs get on them`,
        );
      default:
        throw refusal;
    }
  }
}

function unreadable(reason: string): LiveAnswer {
  return { state: 'unreadable', reason };
}
