import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { JobPageView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useJob } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { EnvironmentTabs, useEnvironment } from '../EnvironmentTabs';
import { FlinkPanel } from '../FlinkPanel';
import { Lately } from '../Lately';
import { Empty, Failed } from '../states';
import { VerdictHeader } from '../VerdictHeader';
import { EventsPanel } from './EventsPanel';
import { FactsPanel } from './FactsPanel';
import { LoadingJob } from './LoadingJob';
import { LookCloser } from './LookCloser';
import { PodsPanel } from './PodsPanel';
import { SparkActions } from './SparkActions';

/** How a job is, what it runs as, and what happened to it. */
export function JobPage() {
  const { entity } = useEntity();
  const { data, error, updatedAt, reload } = useJob({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  return (
    <Flex direction="column" gap="4">
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {!data && !error && <LoadingJob />}
      {data && <Loaded view={data} reload={reload} />}
    </Flex>
  );
}

function Loaded(props: { view: JobPageView; reload: () => void }) {
  const { view, reload } = props;
  const { entity } = useEntity();
  const t = useText();
  const { environments, clusters } = view;
  const choices = environments.map(one => ({
    ...one,
    verdict: { ...one.job.report, stale: isStale(one.environment.cluster) },
  }));
  const { chosen, choose } = useEnvironment(choices);
  const linkTo = useEntityRefLink();
  const ref = {
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  };

  function isStale(cluster: string) {
    return clusters.some(
      ({ name, status }) => name === cluster && status === 'unreachable',
    );
  }

  if (!chosen) {
    return (
      <Empty title={t('job.nowhere')}>
        <Text>{t('job.nowhereHint')}</Text>
      </Empty>
    );
  }
  const { job, pods, events, environment, verdict } = chosen;
  return (
    <>
      <EnvironmentTabs
        choices={choices.map(one => ({
          environment: one.environment,
          report: one.verdict,
        }))}
        chosen={environment.name}
        onChoose={choose}
      >
        <Flex direction="column" gap="4">
          <VerdictHeader verdict={verdict} />
          <ClusterBanners clusters={clusters} />
          <SparkActions
            entity={ref}
            pipelineRef={view.pipelineRef}
            environment={environment.name}
            job={job}
            onDone={reload}
          />
          <FactsPanel job={job} />
          {job.engine === 'flink' && job.object && (
            <FlinkPanel entity={ref} environment={environment.name} />
          )}
          <PodsPanel pods={pods} health={job.report.health} />
          <EventsPanel events={events} />
          <Lately
            jobOf={view.pipelineRef}
            entity={ref}
            environment={environment.name}
          />
          <LookCloser job={job} pipeline={linkTo(view.pipelineRef)} />
        </Flex>
      </EnvironmentTabs>
    </>
  );
}
