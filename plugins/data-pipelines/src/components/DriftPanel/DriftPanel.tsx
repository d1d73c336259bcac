import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { PipelineDrift } from '@headworks/backstage-plugin-data-pipelines-common';
import { useDrift } from '../../hooks';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { DriftEnvironment } from '../DriftEnvironment';
import { Empty, Failed, Loading } from '../states';
import { UpgradeCard } from '../UpgradeCard';
import { driftSentence } from './driftSentence';

/** Is what runs what Git says, and what would newer charts change? */
export function DriftPanel() {
  const { entity } = useEntity();
  const { data, error, loading, updatedAt, reload } = useDrift({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  return (
    <Flex direction="column" gap="4">
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {loading && !data && <Loading rows={6} />}
      {data && <Drift drift={data} onReload={reload} />}
    </Flex>
  );
}

function Drift(props: { drift: PipelineDrift; onReload: () => void }) {
  const { drift, onReload } = props;
  const t = useText();
  if (drift.environments.length === 0) {
    return (
      <Empty title={t('drift.nothing')}>
        <Text>{t('drift.nothingHint')}</Text>
      </Empty>
    );
  }
  const { status, text } = driftSentence(drift, t);
  return (
    <>
      <Alert
        status={status}
        icon
        title={text}
        description={
          drift.repository.location && (
            <>
              {t('drift.git')} <CopyablePath path={drift.repository.location} />
            </>
          )
        }
        customActions={
          <Button size="small" variant="secondary" onPress={onReload}>
            {t('drift.again')}
          </Button>
        }
      />
      {drift.chart && (
        <UpgradeCard entityRef={drift.entityRef} chart={drift.chart} />
      )}
      {!drift.repository.problem &&
        drift.environments.map(one => (
          <DriftEnvironment key={one.environment.name} drift={one} />
        ))}
    </>
  );
}
