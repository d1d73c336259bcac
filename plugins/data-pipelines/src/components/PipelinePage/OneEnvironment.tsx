import { Flex, Text } from '@backstage/ui';
import {
  ClusterView,
  EnvironmentView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { EntityName } from '../../api/PipelinesApi';
import { Dataflow } from '../Dataflow';
import { EnvironmentMatrix } from '../EnvironmentMatrix';
import { OpenProblems } from '../OpenProblems';
import { Panel } from '../Panel';
import { JobsTable, OthersTable, TopicsTable } from '../PartsTable';
import { RelativeTime } from '../RelativeTime';
import { Empty } from '../states';
import { DataflowWithLag } from './DataflowWithLag';

/** A pipeline where it runs. */
export function OneEnvironment(props: {
  entity: EntityName;
  view: EnvironmentView;
  clusters: ClusterView[];
  /** To put it beside the others. */
  all: EnvironmentView[];
}) {
  const { entity, view, clusters, all } = props;
  const { verdict } = view;
  const { cluster, namespace, release } = view.environment;
  const t = useText();
  const asOf = clusters.find(({ name }) => name === cluster)?.asOf;
  return (
    <Flex direction="column" gap="4">
      <Text color="secondary">
        {t('pipeline.place', { release, namespace, cluster })}
      </Text>
      <Panel
        title={t('pipeline.dataflow')}
        aside={
          verdict.stale &&
          asOf && (
            <Text color="secondary">
              {t('pipeline.stale', { cluster })}, <RelativeTime at={asOf} />
            </Text>
          )
        }
      >
        <Drawing entity={entity} view={view} />
      </Panel>
      <OpenProblems view={view} />
      {all.length > 1 && <EnvironmentMatrix views={all} />}
      <JobsTable view={view} />
      <TopicsTable view={view} />
      <OthersTable view={view} />
    </Flex>
  );
}

function Drawing(props: { entity: EntityName; view: EnvironmentView }) {
  const { entity, view } = props;
  const t = useText();
  if (view.jobs.length + view.topics.length === 0) {
    return (
      <Empty title={t('pipeline.dataflowEmpty')}>
        <Text>{t('pipeline.dataflowEmptyHint')}</Text>
      </Empty>
    );
  }
  return view.jobs.some(({ engine }) => engine === 'flink') ? (
    <DataflowWithLag entity={entity} view={view} />
  ) : (
    <Dataflow view={view} />
  );
}
