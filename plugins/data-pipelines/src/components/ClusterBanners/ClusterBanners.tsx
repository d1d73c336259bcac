import { Alert, Flex } from '@backstage/ui';
import { ClusterView } from '@headworks/backstage-plugin-data-pipelines-common';
import { RelativeTime } from '../RelativeTime';

/** Which cluster does not answer, and how old the data is; and what is simulated. */
export function ClusterBanners(props: { clusters: ClusterView[] }) {
  const banners = props.clusters.flatMap(cluster => [
    ...(cluster.status === 'unreachable' || cluster.status === 'unsupported'
      ? [<Unreachable key={`${cluster.name}-error`} cluster={cluster} />]
      : []),
    ...(cluster.simulated
      ? [
          <Alert
            key={`${cluster.name}-simulated`}
            status="info"
            icon
            title={cluster.simulated}
          />,
        ]
      : []),
  ]);
  return banners.length > 0 ? (
    <Flex direction="column" gap="2">
      {banners}
    </Flex>
  ) : null;
}

function Unreachable({ cluster }: { cluster: ClusterView }) {
  return (
    <Alert
      status="warning"
      icon
      title={cluster.error ?? `Cluster ${cluster.name} does not answer`}
      description={
        cluster.asOf ? (
          <>
            What you see of it is as it was <RelativeTime at={cluster.asOf} />.
          </>
        ) : (
          'Nothing is known of it yet.'
        )
      }
    />
  );
}
