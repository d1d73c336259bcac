import { Health } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiLoader2Fill,
  RiPauseCircleFill,
  RiQuestionFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useText } from '../../translations';
import styles from './HealthLabel.module.css';

const LOOKS: Record<Health, { icon: ReactElement; className: string }> = {
  Healthy: { icon: <RiCheckboxCircleFill />, className: styles.good },
  Progressing: { icon: <RiLoader2Fill />, className: styles.busy },
  Degraded: { icon: <RiCloseCircleFill />, className: styles.bad },
  Missing: { icon: <RiErrorWarningFill />, className: styles.warn },
  Suspended: { icon: <RiPauseCircleFill />, className: styles.quiet },
  Unknown: { icon: <RiQuestionFill />, className: styles.quiet },
};

/** A health: icon, colour and word, always together. */
export function HealthLabel(props: { health: Health; stale?: boolean }) {
  const { health, stale } = props;
  const t = useText();
  return (
    <span className={styles.label}>
      <Icon health={health} />
      {t(`common.health.${health}`)}
      {stale && (
        <span className={styles.stale}> ({t('common.health.lastKnown')})</span>
      )}
    </span>
  );
}

/**
 * The health of something named, where there is no room for the word: read
 * aloud, and shown on hover.
 */
export function NamedHealth(props: {
  name: string;
  health: Health;
  stale?: boolean;
}) {
  const { name, health, stale } = props;
  const t = useText();
  const word = [
    t(`common.health.${health}`),
    ...(stale ? [t('common.health.lastKnown')] : []),
  ].join(', ');
  return (
    <span className={styles.named} title={`${name}: ${word}`}>
      <Icon health={health} label={word} />
      {name}
    </span>
  );
}

/**
 * @param props - `label`: read aloud where the word is not beside it. Hidden
 * texts instead made a third of the frames that a long list drops
 */
function Icon({ health, label }: { health: Health; label?: string }) {
  return (
    <span
      className={`${styles.icon} ${LOOKS[health].className}`}
      {...(label
        ? { role: 'img', 'aria-label': label }
        : { 'aria-hidden': true })}
    >
      {LOOKS[health].icon}
    </span>
  );
}
