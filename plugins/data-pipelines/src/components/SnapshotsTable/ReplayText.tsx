import { Replay } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';
import { TimeUntil } from '../TimeUntil';

/** Whether what came after a snapshot can still be read. */
export function ReplayText(props: { replay: Replay }) {
  const { replay } = props;
  const t = useText();
  if (replay.can === 'unknown') {
    return <span title={replay.why}>{t('state.replay.unknown')}</span>;
  }
  if (replay.can === 'no') {
    return (
      <>
        {t('state.replay.gone', { topic: replay.topic })}{' '}
        <RelativeTime at={replay.since} />
      </>
    );
  }
  return replay.until && replay.topic ? (
    <>
      <TimeUntil at={replay.until} />
      <br />
      {t('state.replay.until', { topic: replay.topic })}
    </>
  ) : (
    <>{t('state.replay.ever')}</>
  );
}
