import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { JobPageView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useJob } from '../../hooks';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { EnvironmentTabs, useEnvironment } from '../EnvironmentTabs';
import { Lately } from '../Lately';
import { Empty, Failed } from '../states';
import { VerdictHeader } from '../VerdictHeader';
import { EventsPanel } from './EventsPanel';
import { FactsPanel } from './FactsPanel';
import { LoadingJob } from './LoadingJob';
import { LookCloser } from './LookCloser';
import { PodsPanel } from './PodsPanel';

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
      {data && <Loaded view={data} />}
    </Flex>
  );
}

function Loaded({ view }: { view: JobPageView }) {
  const { entity } = useEntity();
  const t = useText();
  const { environments, clusters } = view;
  const choices = environments.map(one => ({
    ...one,
    verdict: { ...one.job.report, stale: isStale(one.environment.cluster) },
  }));
  const { chosen, choose } = useEnvironment(choices);
  const linkTo = useEntityRefLink();

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
          <FactsPanel job={job} />
          <PodsPanel pods={pods} health={job.report.health} />
          <EventsPanel events={events} />
          <Lately
            jobOf={view.pipelineRef}
            entity={{
              namespace: entity.metadata.namespace ?? 'default',
              name: entity.metadata.name,
            }}
            environment={environment.name}
          />
          <LookCloser job={job} pipeline={linkTo(view.pipelineRef)} />
        </Flex>
      </EnvironmentTabs>
    </>
  );
}
