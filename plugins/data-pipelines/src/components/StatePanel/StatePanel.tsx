import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { useJobActions, useJobState } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { Empty, Failed, Loading } from '../states';
import { StateOfEnvironment } from './StateOfEnvironment';

/** The state of a Flink job, and what can be done with it. */
export function StatePanel() {
  const { entity } = useEntity();
  const name = {
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  };
  const t = useText();
  const { data, error, loading, updatedAt, reload } = useJobState(name);
  const actions = useJobActions(name);
  return (
    <Flex direction="column" gap="4">
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {loading && !data && <Loading />}
      {data && <ClusterBanners clusters={data.clusters} />}
      {data?.environments.map(one => (
        <StateOfEnvironment
          key={one.environment.name}
          entity={name}
          pipelineRef={data.pipelineRef}
          one={one}
          actions={(actions.data?.items ?? []).filter(
            ({ environment }) => environment === one.environment.name,
          )}
          onDone={() => {
            reload();
            actions.reload();
          }}
        />
      ))}
      {data?.environments.length === 0 && (
        <Empty title={t('job.nowhere')}>
          <Text>{t('job.nowhereHint')}</Text>
        </Empty>
      )}
    </Flex>
  );
}
