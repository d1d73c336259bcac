import { LiveState } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiGitCommitFill,
  RiQuestionFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import styles from './DriftStateLabel.module.css';

const LOOKS: Record<
  LiveState,
  { icon: ReactElement; className: string; word: string }
> = {
  same: {
    icon: <RiCheckboxCircleFill />,
    className: styles.good,
    word: 'As in Git',
  },
  differs: {
    icon: <RiGitCommitFill />,
    className: styles.warn,
    word: 'Differs',
  },
  missing: {
    icon: <RiErrorWarningFill />,
    className: styles.bad,
    word: 'Missing',
  },
  unreadable: {
    icon: <RiQuestionFill />,
    className: styles.quiet,
    word: 'Not compared',
  },
};

/** How a live object stands to Git: icon, colour and word, always together. */
export function DriftStateLabel(props: { state: LiveState }) {
  const { icon, className, word } = LOOKS[props.state];
  return (
    <span className={`${styles.label} ${className}`}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {word}
    </span>
  );
}
