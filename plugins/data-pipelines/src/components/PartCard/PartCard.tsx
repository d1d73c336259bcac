import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import {
  EnvironmentView,
  HealthReport,
  isStrimzi,
  LABEL_PIPELINE,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { usePipeline } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { HealthLabel } from '../HealthLabel';
import { PartActions, PartMenu } from '../PartActions';
import { RelativeTime } from '../RelativeTime';
import { Empty, Failed, Loading } from '../states';

/** How a job, topic or Kafka cluster of a pipeline is, in each environment. */
export function PartCard() {
  const { entity } = useEntity();
  const t = useText();
  const namespace = entity.metadata.namespace ?? 'default';
  const pipeline = entity.metadata.annotations?.[LABEL_PIPELINE] ?? '';
  const { data, error, loading, updatedAt, reload } = usePipeline({
    namespace,
    name: pipeline,
  });
  const places = data?.environments.flatMap(view => {
    const part = partOf(view, stringifyEntityRef(entity));
    return part ? [{ ...part, name: view.environment.name }] : [];
  });
  return (
    <EntityInfoCard title={t('part.title')}>
      <Flex direction="column" gap="3">
        {error && (
          <Failed error={error} updatedAt={updatedAt} onRetry={reload} />
        )}
        {loading && <Loading rows={2} />}
        {data && <ClusterBanners clusters={data.clusters} />}
        {places?.map(({ name, report, object }) =>
          object && isStrimzi(object) ? (
            <PartActions
              key={name}
              pipeline={{ namespace, name: pipeline }}
              environment={name}
              objects={[object]}
            >
              <Place name={name} report={report} object={object} />
            </PartActions>
          ) : (
            <Place key={name} name={name} report={report} />
          ),
        )}
        {places?.length === 0 && (
          <Empty title={t('part.nowhere')}>
            <Text>{t('part.nowhereHint')}</Text>
          </Empty>
        )}
        {data && (
          <Text color="secondary">
            {t('part.pipeline')} <EntityRefLink entityRef={data.entityRef} />
          </Text>
        )}
      </Flex>
    </EntityInfoCard>
  );
}

function Place(props: {
  name: string;
  report: HealthReport;
  object?: ObjectRef;
}) {
  const { name, report, object } = props;
  const t = useText();
  return (
    <Flex direction="column" gap="1">
      <Flex gap="3" align="center">
        <Text weight="bold">{name}</Text>
        <HealthLabel health={report.health} />
        {report.since && (
          <Text color="secondary">
            {t('common.state.since')} <RelativeTime at={report.since} />
          </Text>
        )}
        <PartMenu object={object} />
      </Flex>
      <Text>{report.message}</Text>
      {report.nextStep && <Text>→ {report.nextStep}</Text>}
    </Flex>
  );
}

function partOf(
  { jobs, topics, kafka }: EnvironmentView,
  entityRef: string,
): { report: HealthReport; object?: ObjectRef } | undefined {
  const found = [...jobs, ...topics, ...kafka].find(
    part => part.entityRef === entityRef,
  );
  return found && { report: found.report, object: found.object };
}
