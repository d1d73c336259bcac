import {
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLink,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo } from 'react';
import { usePipelines } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { HealthLabel } from '../HealthLabel';
import { Failed } from '../states';
import styles from './PipelinesCard.module.css';

/** More are on the page of all pipelines. */
const SHOWN = 5;

/**
 * The pipelines that a system has, or that a group or a person owns, the worst
 * first; nothing where there are none.
 */
export function PipelinesCard() {
  const query = useQuery();
  const t = useText();
  const { data, error, updatedAt, reload } = usePipelines(query);
  if (!error && !data?.total) return null;
  return (
    <EntityInfoCard title={t('card.title')}>
      <Flex direction="column" gap="3">
        {error && (
          <Failed error={error} updatedAt={updatedAt} onRetry={reload} />
        )}
        {data && <ClusterBanners clusters={data.clusters} />}
        {data && data.items.length > 0 && (
          <ul className={styles.list} aria-label={t('card.title')}>
            {data.items.slice(0, SHOWN).map(({ entityRef, verdict }) => (
              <li key={entityRef} className={styles.pipeline}>
                <Flex gap="3" align="center" className={styles.line}>
                  <HealthLabel health={verdict.health} stale={verdict.stale} />
                  <EntityRefLink entityRef={entityRef} />
                </Flex>
                {verdict.health !== 'Healthy' && (
                  <span className={styles.why}>{verdict.message}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {data && data.total > SHOWN && (
          <Text color="secondary">
            {t('card.more', { count: data.total - SHOWN })}
          </Text>
        )}
      </Flex>
    </EntityInfoCard>
  );
}

/** Undefined where the entity cannot have pipelines. */
function useQuery(): PipelineQuery | undefined {
  const { entity } = useEntity();
  return useMemo(() => {
    if (['group', 'user'].includes(entity.kind.toLocaleLowerCase('en-US'))) {
      return { owner: [stringifyEntityRef(entity)] };
    }
    // Which of its components are pipelines the backend knows.
    const ref = getEntityRelations(entity, RELATION_HAS_PART, {
      kind: 'component',
    }).map(one => stringifyEntityRef(one));
    return ref.length > 0 ? { ref } : undefined;
  }, [entity]);
}
