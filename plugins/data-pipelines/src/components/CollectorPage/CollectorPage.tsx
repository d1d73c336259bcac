import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Alert,
  Card,
  CardBody,
  CardHeader,
  Container,
  Flex,
  Text,
} from '@backstage/ui';
import {
  CollectorClusterView,
  CollectorView,
  collectorReadPermission,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useCallback } from 'react';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { useLive } from '../../hooks';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';
import { Empty, Failed, Loading } from '../states';
import { HistoryWriting } from './HistoryWriting';
import { ResourcesTable } from './ResourcesTable';
import { UnclaimedTable } from './UnclaimedTable';

/** A clock that differs by less is not worth a sentence (seconds). */
const CLOCK = 5;
/** Any change moves its numbers; they are not watched by the second (ms). */
const patience = () => 2_000;

/** How well the portal itself is informed; for those who run it. */
export function CollectorPage() {
  const t = useText();
  const { allowed, loading } = usePermission({
    permission: collectorReadPermission,
  });
  if (loading) {
    return (
      <Container>
        <Loading rows={8} />
      </Container>
    );
  }
  return (
    <Container>
      {allowed ? (
        <Clusters />
      ) : (
        <Empty title={t('collector.notAllowed')}>
          <Text>
            {t('collector.notAllowedHint', {
              permission: collectorReadPermission.name,
            })}
          </Text>
        </Empty>
      )}
    </Container>
  );
}

function Clusters() {
  const api = useApi(pipelinesApiRef);
  const t = useText();
  const load = useCallback(() => api.getCollector(), [api]);
  const { data, error, loading, updatedAt, reload } = useLive(load, patience);
  return (
    <Flex direction="column" gap="4">
      <Text as="h1" variant="title-small">
        {t('collector.title')}
      </Text>
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {loading && <Loading rows={8} />}
      {data?.clusters.length === 0 && (
        <Empty title={t('collector.noClusters')}>
          <Text>{t('collector.noClustersHint')}</Text>
        </Empty>
      )}
      {data?.clusters.map(cluster => (
        <Cluster key={cluster.name} cluster={cluster} />
      ))}
      {data && <HistoryWriting writer={data.history} />}
      {data && <Unclaimed view={data} />}
    </Flex>
  );
}

function Cluster({ cluster }: { cluster: CollectorClusterView }) {
  const t = useText();
  const { name, status, asOf, error, clockAhead, buffered, cut } = cluster;
  const { flink, resources } = cluster;
  const problems = [
    ...(error ? [error] : []),
    ...(buffered ? [t('collector.buffered')] : []),
    ...(cut ? [t('collector.cut')] : []),
    ...(clockAhead !== undefined && Math.abs(clockAhead) >= CLOCK
      ? [t('collector.clock', { number: String(Math.round(clockAhead)) })]
      : []),
    ...(flink?.messages ?? []),
  ];
  const absent = resources.filter(({ state }) => state === 'absent');
  return (
    <Card>
      <CardHeader>
        <Flex gap="3" align="center">
          <Text as="h2" variant="title-x-small">
            {name}
          </Text>
          <Text weight="bold">{t(`collector.status.${status}`)}</Text>
          {asOf && (
            <Text color="secondary">
              <RelativeTime at={asOf} />
            </Text>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          {problems.map(problem => (
            <Alert key={problem} status="warning" icon title={problem} />
          ))}
          <ResourcesTable
            label={name}
            resources={resources.filter(({ state }) => state !== 'absent')}
          />
          {flink && (
            <Text color="secondary">
              {t('collector.flink', {
                answering: flink.answering.toLocaleString(),
                jobs: flink.jobs.toLocaleString(),
                asked: flink.asked.toLocaleString(),
                unanswered: flink.unanswered.toLocaleString(),
              })}
            </Text>
          )}
          {absent.length > 0 && (
            <Text color="secondary">
              {t('collector.absent', {
                count: absent.length,
                names: absent.map(({ resource }) => resource).join(', '),
              })}
            </Text>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}

function Unclaimed({ view }: { view: CollectorView }) {
  const t = useText();
  const { unclaimed, unclaimedTotal } = view;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          {t('collector.unclaimed')}
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          {unclaimedTotal === 0 ? (
            <Text>{t('collector.unclaimedNone')}</Text>
          ) : (
            <>
              <Text color="secondary">{t('collector.unclaimedHint')}</Text>
              <UnclaimedTable objects={unclaimed} />
              {unclaimedTotal > unclaimed.length && (
                <Text color="secondary">
                  {t('collector.unclaimedMore', {
                    shown: String(unclaimed.length),
                    number: unclaimedTotal.toLocaleString(),
                  })}
                </Text>
              )}
            </>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}
