import { JobFacts } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { bytesText, durationText } from '../PartFacts';
import { RelativeTime } from '../RelativeTime';

/** When, how long and how large; or why that is not known. */
export function LastCheckpoint({ facts }: { facts: JobFacts }) {
  const t = useText();
  const { checkpointsUnknown, lastCheckpoint } = facts;
  if (!lastCheckpoint) {
    return (
      <>{t('job.checkpointsUnknown', { why: checkpointsUnknown ?? '' })}</>
    );
  }
  const { at, took, size } = lastCheckpoint;
  const more = [
    took !== undefined &&
      t('job.checkpointTook', { took: durationText(took, t) }),
    size !== undefined && bytesText(size),
  ].filter(Boolean);
  return (
    <>
      <RelativeTime at={at} />
      {more.map(text => `, ${text}`)}
      {checkpointsUnknown &&
        `; ${t('job.checkpointsUnknownSince', { why: checkpointsUnknown })}`}
    </>
  );
}
