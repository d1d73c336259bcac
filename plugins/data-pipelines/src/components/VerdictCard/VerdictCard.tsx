import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { usePipeline } from '../../hooks';
import { useText } from '../../translations';
import { Failed, Loading } from '../states';
import { VerdictHeader } from '../VerdictHeader';

/** The verdict of a pipeline on its overview. */
export function VerdictCard() {
  const { entity } = useEntity();
  const t = useText();
  const { data, error, updatedAt, reload } = usePipeline({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  return (
    <EntityInfoCard title={t('part.title')}>
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {data && <VerdictHeader verdict={data.verdict} />}
      {!data && !error && <Loading rows={1} />}
    </EntityInfoCard>
  );
}
