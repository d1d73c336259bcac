/**
 * A cluster that the portal is configured with.
 *
 * @public
 */
export interface AccessibleCluster {
  name: string;
  /** Why the portal cannot watch it by itself; absent when it can. */
  unsupported?: string;
}

/**
 * How backend code reaches clusters. Replace `clusterAccessServiceRef` to
 * reach them in another way than through the Kubernetes plugin's proxy.
 *
 * @public
 */
export interface ClusterAccess {
  /** The configured clusters. */
  listClusters(): Promise<AccessibleCluster[]>;
  /**
   * A GET to a cluster's API server. The answer is passed on as it is, errors
   * of the API server included, redirects not followed; throws only where there is no answer.
   *
   * @param cluster - its configured name
   * @param path - such as `/api/v1/pods?limit=500`
   */
  get(
    cluster: string,
    path: string,
    options: { signal: AbortSignal },
  ): Promise<Response>;
}
