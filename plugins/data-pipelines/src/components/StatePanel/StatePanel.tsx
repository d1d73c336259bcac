import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button, Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { JobStateView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { useJobState } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { SavepointDialog } from '../SavepointDialog';
import { SnapshotsTable } from '../SnapshotsTable';
import { Empty, Failed, Loading } from '../states';
import { VerdictHeader } from '../VerdictHeader';

/** The savepoints of a Flink job, and the button that takes one. */
export function StatePanel() {
  const { entity } = useEntity();
  const name = {
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  };
  const t = useText();
  const api = useApi(pipelinesApiRef);
  const { data, error, loading, updatedAt, reload } = useJobState(name);
  return (
    <Flex direction="column" gap="4">
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {loading && !data && <Loading />}
      {data && <ClusterBanners clusters={data.clusters} />}
      {data?.environments.map(one => (
        <OneEnvironment
          key={one.environment.name}
          one={one}
          onTake={async () => {
            await api.takeSavepoint(name, one.environment.name);
            reload();
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

function OneEnvironment(props: {
  one: JobStateView['environments'][number];
  onTake: () => Promise<void>;
}) {
  const { one, onTake } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  const refused = one.savepointRefusal;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center">
          <Text as="h3" weight="bold">
            {t('state.title', { environment: one.environment.name })}
          </Text>
          <Flex gap="3" align="center">
            {refused && <Text color="secondary">{refused}</Text>}
            <Button
              variant="primary"
              isDisabled={Boolean(refused)}
              onPress={() => setOpen(true)}
            >
              {t('state.take')}
            </Button>
          </Flex>
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          <VerdictHeader verdict={one.job.report} />
          {one.snapshots.length > 0 ? (
            <SnapshotsTable snapshots={one.snapshots} />
          ) : (
            <Empty title={t('state.none')}>
              <Text>{t('state.noneHint')}</Text>
            </Empty>
          )}
          <Text color="secondary">{t('state.only')}</Text>
        </Flex>
      </CardBody>
      {open && (
        <SavepointDialog
          one={one}
          onTake={onTake}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
