import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { PartMenu } from '../PartActions';
import { retentionText } from '../PartFacts';
import { PartsTable } from './PartsTable';

/** The topics of an environment with what is known of each. */
export function TopicsTable(props: { view: EnvironmentView }) {
  const { view } = props;
  const t = useText();
  return (
    <PartsTable
      title={t('pipeline.topics')}
      nameColumn={t('pipeline.column.topic')}
      empty={t('pipeline.noTopics')}
      stale={view.verdict.stale}
      menu={({ object }) => <PartMenu object={object} />}
      rows={view.topics.map(topic => ({ ...topic, id: topic.entityRef }))}
      columns={[
        {
          id: 'partitions',
          title: t('pipeline.column.partitions'),
          cell: ({ partitions }) => partitions,
        },
        {
          id: 'replicas',
          title: t('pipeline.column.replicas'),
          cell: ({ replicas }) => replicas,
        },
        {
          id: 'retention',
          title: t('pipeline.column.retention'),
          cell: ({ retention }) =>
            retention === undefined ? undefined : retentionText(retention, t),
        },
        {
          id: 'kafka',
          title: t('pipeline.column.kafka'),
          cell: ({ kafka }) => kafka,
        },
      ]}
    />
  );
}
