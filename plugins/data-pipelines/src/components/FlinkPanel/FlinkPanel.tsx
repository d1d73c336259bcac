import { Alert, Flex } from '@backstage/ui';
import { FlinkView } from '@headworks/backstage-plugin-data-pipelines-common';
import { EntityName } from '../../api/PipelinesApi';
import { useFlink } from '../../hooks';
import { useText } from '../../translations';
import { Nothing, Panel } from '../Panel';
import { Failed } from '../states';
import { Failures } from './Failures';
import { VerticesTable } from './VerticesTable';

/** What a job's own Flink says: where it is slow, and what made it fail. */
export function FlinkPanel(props: { entity: EntityName; environment: string }) {
  const t = useText();
  const { data, error, updatedAt, reload } = useFlink(
    props.entity,
    props.environment,
  );
  if (!data && !error) return null;
  return (
    <Panel title={t('flink.title')}>
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {data && <Told view={data} />}
    </Panel>
  );
}

function Told({ view }: { view: FlinkView }) {
  const t = useText();
  const { vertices, failures, pressure, unanswered } = view;
  if (unanswered) {
    return <Nothing title={t('flink.unanswered')}>{unanswered}</Nothing>;
  }
  return (
    <Flex direction="column" gap="3">
      {pressure && <Alert status="warning" icon title={pressure} />}
      <VerticesTable vertices={vertices} />
      <Failures failures={failures} />
    </Flex>
  );
}
