import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import {
  ANNOTATION_ENVIRONMENTS,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { usePipeline } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { EnvironmentTabs, useEnvironment } from '../EnvironmentTabs';
import { Lately } from '../Lately';
import { PartActions } from '../PartActions';
import { Empty, Failed } from '../states';
import { PipelineActions } from '../PipelineActions';
import { UpgradeLine } from '../UpgradeLine';
import { VerdictHeader } from '../VerdictHeader';
import { causeOf } from './causeOf';
import { LoadingPipeline } from './LoadingPipeline';
import { OneEnvironment } from './OneEnvironment';

/** What is wrong with a pipeline, where, and what to do. */
export function PipelinePage() {
  const { entity } = useEntity();
  const t = useText();
  const { data, error, updatedAt, reload } = usePipeline({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  if (!entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS]) {
    return (
      <Empty title={t('pipeline.nowhere')}>
        <Text>
          {t('pipeline.nowhereHint', { annotation: ANNOTATION_ENVIRONMENTS })}{' '}
          <code>{t('pipeline.nowhereExample')}</code>
        </Text>
      </Empty>
    );
  }
  return (
    <Flex direction="column" gap="4">
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {!data && !error && <LoadingPipeline />}
      {data && <Loaded view={data} onDone={reload} />}
    </Flex>
  );
}

function Loaded(props: { view: PipelineView; onDone: () => void }) {
  const { view, onDone } = props;
  const { metadata } = useEntity().entity;
  const entity = {
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
  };
  const { verdict, environments, clusters } = view;
  const { chosen, choose } = useEnvironment(environments);
  const linkTo = useEntityRefLink();
  const cause = causeOf(view);
  return (
    <>
      <VerdictHeader
        verdict={verdict}
        cause={
          cause && {
            name: cause.name,
            to: `${linkTo(cause.entityRef)}${cause.isJob ? '/job' : ''}`,
          }
        }
      />
      <UpgradeLine />
      <ClusterBanners clusters={clusters} />
      {chosen && (
        <EnvironmentTabs
          choices={environments.map(one => ({
            environment: one.environment,
            report: one.verdict,
          }))}
          chosen={chosen.environment.name}
          onChoose={choose}
        >
          <Flex direction="column" gap="4">
            {chosen.jobs.length > 0 && (
              <PipelineActions
                key={chosen.environment.name}
                entity={entity}
                environment={chosen.environment.name}
                onDone={onDone}
              />
            )}
            <PartActions
              key={chosen.environment.name}
              pipeline={entity}
              environment={chosen.environment.name}
              objects={[
                ...chosen.topics,
                ...chosen.kafka,
                ...chosen.others,
              ].map(({ object }) => object)}
            >
              <OneEnvironment
                entity={entity}
                view={chosen}
                clusters={clusters}
                all={environments}
              />
            </PartActions>
            <Lately entity={entity} environment={chosen.environment.name} />
          </Flex>
        </EnvironmentTabs>
      )}
    </>
  );
}
