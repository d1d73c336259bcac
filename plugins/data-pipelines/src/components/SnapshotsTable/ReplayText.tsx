import { Text } from '@backstage/ui';
import { Replay } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';
import { ReplayUntil } from './ReplayUntil';

/** Whether what came after a snapshot can still be read, and who says so. */
export function ReplayText(props: { replay: Replay }) {
  const { replay } = props;
  const t = useText();
  if (replay.can === 'unknown') {
    return <span title={replay.why}>{t('state.replay.unknown')}</span>;
  }
  if (replay.can === 'yes') {
    return (
      <>
        <ReplayUntil replay={replay} />
        <Source isBrokers={replay.by === 'brokers'} />
      </>
    );
  }
  const { topic, since, deletedUpTo } = replay;
  const at = deletedUpTo ?? since;
  return (
    <>
      {t(deletedUpTo ? 'state.replay.deleted' : 'state.replay.gone', { topic })}{' '}
      {at && <RelativeTime at={at} />}
      <Source isBrokers={deletedUpTo !== undefined} />
    </>
  );
}

function Source({ isBrokers }: { isBrokers: boolean }) {
  const t = useText();
  return (
    <Text as="p" variant="body-small" color="secondary">
      {t(isBrokers ? 'state.replay.byBrokers' : 'state.replay.bySettings')}
    </Text>
  );
}
