import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { PartMenu } from '../PartActions';
import { PartsTable } from './PartsTable';

/** What else belongs to the pipeline there; nothing where nothing does. */
export function OthersTable(props: { view: EnvironmentView }) {
  const { others, verdict } = props.view;
  const t = useText();
  if (others.length === 0) return null;
  return (
    <PartsTable
      title={t('pipeline.others')}
      nameColumn={t('pipeline.column.name')}
      empty=""
      stale={verdict.stale}
      menu={({ object }) => <PartMenu object={object} />}
      rows={others.map(other => ({
        ...other,
        id: `${other.object.kind} ${other.object.namespace}/${other.name}`,
      }))}
      columns={[
        {
          id: 'kind',
          title: t('pipeline.column.kind'),
          cell: ({ object }) => object.kind,
        },
        {
          id: 'why',
          title: t('pipeline.column.why'),
          cell: ({ report }) => report.message,
        },
      ]}
    />
  );
}
