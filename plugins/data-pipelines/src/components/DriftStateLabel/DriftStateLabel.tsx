import { LiveState } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiGitCommitFill,
  RiQuestionFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useText } from '../../translations';
import styles from './DriftStateLabel.module.css';

const LOOKS: Record<LiveState, { icon: ReactElement; className: string }> = {
  same: {
    icon: <RiCheckboxCircleFill />,
    className: styles.good,
  },
  differs: {
    icon: <RiGitCommitFill />,
    className: styles.warn,
  },
  missing: {
    icon: <RiErrorWarningFill />,
    className: styles.bad,
  },
  unreadable: {
    icon: <RiQuestionFill />,
    className: styles.quiet,
  },
};

/** How a live object stands to Git: icon, colour and word, always together. */
export function DriftStateLabel(props: { state: LiveState }) {
  const { icon, className } = LOOKS[props.state];
  const t = useText();
  return (
    <span className={`${styles.label} ${className}`}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {t(`drift.state.${props.state}`)}
    </span>
  );
}
