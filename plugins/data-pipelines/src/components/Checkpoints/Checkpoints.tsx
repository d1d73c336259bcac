import { Button, Flex, Text } from '@backstage/ui';
import { CheckpointsView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useCheckpoints } from '../../hooks';
import { useText } from '../../translations';
import { durationText } from '../PartFacts';
import { Failed } from '../states';
import { CheckpointsTable } from './CheckpointsTable';
import { Timeline } from './Timeline';

/** What a job's own Flink remembers of its checkpoints, and what they mean. */
export function Checkpoints(props: {
  entity: EntityName;
  environment: string;
}) {
  const { data, error, updatedAt, reload } = useCheckpoints(
    props.entity,
    props.environment,
  );
  if (error) {
    return <Failed error={error} updatedAt={updatedAt} onRetry={reload} />;
  }
  return data ? <Remembered view={data} /> : null;
}

function Remembered({ view }: { view: CheckpointsView }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { checkpoints, interval, trend, unanswered } = view;
  return (
    <Flex direction="column" gap="2">
      <Flex gap="3" align="center">
        <Text weight="bold">
          {interval === undefined
            ? t('checkpoints.title')
            : t('checkpoints.every', { time: durationText(interval, t) })}
        </Text>
        {checkpoints.length > 0 && <Timeline checkpoints={checkpoints} />}
        {checkpoints.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? t('checkpoints.hide') : t('checkpoints.show')}
          </Button>
        )}
      </Flex>
      <Text color={!trend || trend.isGood ? 'secondary' : 'danger'}>
        {unanswered ?? trend?.sentence ?? t('checkpoints.none')}
      </Text>
      {isOpen && <CheckpointsTable checkpoints={checkpoints} />}
    </Flex>
  );
}
