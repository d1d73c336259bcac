import { Text } from '@backstage/ui';
import { SnapshotView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { bytesText, durationText } from '../PartFacts';
import styles from './SnapshotsTable.module.css';

/** How far a snapshot is, what went wrong, and how it was taken. */
export function SnapshotState({ snapshot }: { snapshot: SnapshotView }) {
  const { state, failures, error, took, size, format, source } = snapshot;
  const t = useText();
  const how = [
    took !== undefined &&
      state === 'completed' &&
      t('state.took', { time: durationText(took, t) }),
    size !== undefined && bytesText(size),
    format && t(`state.format.${format}`),
  ].filter(part => part);
  return (
    <>
      {failures
        ? t('state.tries', { state: t(`state.of.${state}`), count: failures })
        : t(`state.of.${state}`)}
      {how.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {how.join(', ')}
        </Text>
      )}
      {source === 'history' && state !== 'deleted' && (
        <Text as="p" variant="body-small" color="secondary">
          {t('state.noObject')}
        </Text>
      )}
      {error && <div className={styles.error}>{error}</div>}
    </>
  );
}
