import { ClusterView } from '@headworks/backstage-plugin-data-pipelines-common';

/** A sentence for each cluster of which nothing new is known. */
export function silentClusters(clusters: readonly ClusterView[]): string[] {
  return clusters
    .filter(({ status }) => status !== 'live')
    .map(
      ({ name, error, asOf }) =>
        `${error ?? `Cluster ${name} is not read yet`}${
          asOf ? `; what is said of it is from ${asOf}` : ''
        }`,
    );
}
