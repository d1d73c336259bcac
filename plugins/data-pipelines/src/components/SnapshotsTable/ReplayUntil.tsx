import { Replay } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { useNow } from '../RelativeTime';
import { TimeUntil } from '../TimeUntil';

/** For how long what came after a snapshot can be read. */
export function ReplayUntil(props: {
  replay: Extract<Replay, { can: 'yes' }>;
}) {
  const { until, topic, openEnded } = props.replay;
  const t = useText();
  const now = useNow();
  const topics = openEnded?.join(', ');
  if (!until || !topic) {
    return (
      <span title={topics}>
        {t(topics ? 'state.replay.now' : 'state.replay.ever')}
      </span>
    );
  }
  if (Date.parse(until) <= now) {
    return <>{t('state.replay.anyMoment', { topic })}</>;
  }
  return (
    <>
      {t('state.replay.until', { topic })} <TimeUntil at={until} />
      {topics && (
        <>
          <br />
          {t('state.replay.sooner', { topics })}
        </>
      )}
    </>
  );
}
