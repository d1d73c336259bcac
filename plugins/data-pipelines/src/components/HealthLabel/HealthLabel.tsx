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
  const { icon, className } = LOOKS[health];
  return (
    <span className={`${styles.label} ${className}`}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {health}
      {stale && <span className={styles.stale}> (last known)</span>}
    </span>
  );
}
