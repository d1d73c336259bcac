import { Button, Flex, Text } from '@backstage/ui';
import { CheckpointsView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useCheckpoints } from '../../hooks';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { durationText } from '../PartFacts';
import { RelativeTime } from '../RelativeTime';
import { Failed } from '../states';
import { CheckpointsTable } from './CheckpointsTable';
import { Timeline } from './Timeline';
import styles from './Checkpoints.module.css';

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
  const { checkpoints, interval, trend, slowest, unanswered } = view;
  return (
    <Flex direction="column" gap="2">
      <div className={styles.line}>
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
      </div>
      <Text color={!trend || trend.isGood ? 'secondary' : 'danger'}>
        {unanswered ?? trend?.sentence ?? t('checkpoints.none')}
      </Text>
      {slowest && <Text color="secondary">{slowest}</Text>}
      {!unanswered && <StartedFrom view={view} />}
      {isOpen && <CheckpointsTable checkpoints={checkpoints} />}
    </Flex>
  );
}

/** What the job that runs now took up. */
function StartedFrom({ view: { restored, trend } }: { view: CheckpointsView }) {
  const t = useText();
  if (!restored) {
    return trend ? (
      <Text color="secondary">{t('checkpoints.startedEmpty')}</Text>
    ) : null;
  }
  return (
    <div className={styles.line}>
      <Text color="secondary">
        {restored.isSavepoint
          ? t('checkpoints.startedFromSavepoint')
          : t('checkpoints.startedFromCheckpoint')}{' '}
        <RelativeTime at={restored.at} />
      </Text>
      {restored.path && <CopyablePath path={restored.path} />}
    </div>
  );
}
