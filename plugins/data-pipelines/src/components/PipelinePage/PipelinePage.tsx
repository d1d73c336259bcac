import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardHeader,
  Flex,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import {
  ANNOTATION_ENVIRONMENTS,
  EnvironmentView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { usePipeline } from '../../hooks';
import { ClusterBanners } from '../ClusterBanners';
import { Dataflow } from '../Dataflow';
import { PartsTable } from '../PartsTable';
import { Empty, Failed, Loading } from '../states';
import { UpgradeLine } from '../UpgradeLine';
import { VerdictHeader } from '../VerdictHeader';

/** What is wrong with a pipeline, where, and what to do. */
export function PipelinePage() {
  const { entity } = useEntity();
  const { data, error, loading, updatedAt, reload } = usePipeline({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  if (!entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS]) {
    return (
      <Empty title="This pipeline does not say where it runs">
        <Text>
          Add the annotation <code>{ANNOTATION_ENVIRONMENTS}</code> to its
          catalog-info.yaml:{' '}
          <code>dev=&lt;cluster&gt;/&lt;namespace&gt;/&lt;release&gt;</code>
        </Text>
      </Empty>
    );
  }
  return (
    <Flex direction="column" gap="4">
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {loading && !data && <Loading />}
      {data && (
        <>
          <VerdictHeader verdict={data.verdict} />
          <UpgradeLine />
          <ClusterBanners clusters={data.clusters} />
          <Environments environments={data.environments} />
        </>
      )}
    </Flex>
  );
}

function Environments(props: { environments: EnvironmentView[] }) {
  const { environments } = props;
  const [only, ...others] = environments;
  if (!only) return null;
  if (others.length === 0) return <OneEnvironment view={only} />;
  return (
    <Tabs>
      <TabList>
        {environments.map(({ environment, verdict }) => (
          <Tab key={environment.name} id={environment.name}>
            {`${environment.name}: ${verdict.health}`}
          </Tab>
        ))}
      </TabList>
      {environments.map(view => (
        <TabPanel key={view.environment.name} id={view.environment.name}>
          <OneEnvironment view={view} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function OneEnvironment(props: { view: EnvironmentView }) {
  const { environment, jobs, topics } = props.view;
  const { name, cluster, namespace, release } = environment;
  return (
    <Flex direction="column" gap="4">
      <Text color="secondary">
        {name}: release {release} in namespace {namespace} of cluster {cluster}
      </Text>
      <Card>
        <CardHeader>Dataflow</CardHeader>
        <CardBody>
          <Dataflow
            entityRefs={[...topics, ...jobs].map(part => part.entityRef)}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader>Jobs</CardHeader>
        <CardBody>
          <PartsTable
            label="Jobs"
            nameColumn="Job"
            detailColumn="Engine"
            rows={jobs.map(job => ({
              ...job,
              detail: job.engine === 'flink' ? 'Flink' : 'Spark',
            }))}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader>Topics</CardHeader>
        <CardBody>
          <PartsTable
            label="Topics"
            nameColumn="Topic"
            detailColumn="Size"
            rows={topics.map(topic => ({
              ...topic,
              detail:
                topic.partitions === undefined
                  ? ''
                  : `${topic.partitions} partitions × ${
                      topic.replicas ?? '?'
                    } replicas`,
            }))}
          />
        </CardBody>
      </Card>
    </Flex>
  );
}
