import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import {
  HistoryEntry,
  HistoryKind,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  RiCalendarEventLine,
  RiHeartPulseLine,
  RiPlayCircleLine,
  RiRestartLine,
  RiSave3Line,
  RiUploadCloud2Line,
} from '@remixicon/react';
import { useState } from 'react';
import { useText } from '../../translations';
import { HealthLabel } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import { FoldedEntry } from './foldEntries';
import styles from './Lately.module.css';
import { sentenceOf } from './sentences/sentenceOf';

const ICONS: Record<HistoryKind, typeof RiSave3Line> = {
  transition: RiHeartPulseLine,
  upgrade: RiUploadCloud2Line,
  run: RiPlayCircleLine,
  restart: RiRestartLine,
  snapshot: RiSave3Line,
  event: RiCalendarEventLine,
};

/** One thing that happened, and those like it before where it is opened. */
export function EntryLine(props: { entry: FoldedEntry; withObject: boolean }) {
  const { entry, withObject } = props;
  const { newest, alike } = entry;
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.entry}>
      <One entry={newest} withObject={withObject} />
      {alike.length > 0 && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {open
            ? t('history.alikeHide')
            : t('history.alike', { count: alike.length })}
        </Button>
      )}
      {open && (
        <ul className={styles.alike}>
          {alike.map(one => (
            <li key={one.id}>
              <One entry={one} withObject={false} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function One(props: { entry: HistoryEntry; withObject: boolean }) {
  const { entry, withObject } = props;
  const t = useText();
  const Icon = ICONS[entry.kind];
  const [, , name = entry.object] = entry.object.split('/');
  return (
    <div className={styles.one}>
      <Icon
        size={16}
        className={styles.icon}
        role="img"
        aria-label={t(`history.kinds.${entry.kind}`)}
      />
      <Text color="secondary" className={styles.time}>
        <RelativeTime at={entry.at} />
      </Text>
      <div className={styles.what}>
        {withObject && (
          <>
            {entry.entityRef ? (
              <EntityRefLink entityRef={entry.entityRef} hideIcon />
            ) : (
              <span title={entry.object}>{name}</span>
            )}{' '}
          </>
        )}
        {entry.kind === 'transition' && (
          <span className={styles.health}>
            <HealthLabel health={entry.to} />
          </span>
        )}{' '}
        {sentenceOf(entry, t)}
      </div>
    </div>
  );
}
