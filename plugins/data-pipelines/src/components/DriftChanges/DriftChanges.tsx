import {
  Change,
  ChangeSeverity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  RiErrorWarningFill,
  RiForbid2Fill,
  RiInformationFill,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useText } from '../../translations';
import styles from './DriftChanges.module.css';

const LOOKS: Record<ChangeSeverity, { icon: ReactElement; className: string }> =
  {
    refused: {
      icon: <RiForbid2Fill />,
      className: styles.bad,
    },
    warning: {
      icon: <RiErrorWarningFill />,
      className: styles.warn,
    },
    info: { icon: <RiInformationFill />, className: styles.info },
  };

/** What a change does to objects, the worst first, with what to do about it. */
export function DriftChanges(props: { label: string; changes: Change[] }) {
  const t = useText();
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.changes.map(({ severity, object, path, problem, remedy }) => {
        const { icon, className } = LOOKS[severity];
        return (
          <li
            key={`${object.kind}/${object.name} ${path} ${problem}`}
            className={styles.change}
          >
            <span className={`${styles.severity} ${className}`}>
              <span className={styles.icon} aria-hidden="true">
                {icon}
              </span>
              {t(`drift.severity.${severity}`)}
            </span>
            <span className={styles.text}>
              <code className={styles.object}>
                {object.kind}/{object.name}
              </code>{' '}
              {problem}
              {remedy !== 'Nothing to do.' && (
                <span className={styles.remedy}>→ {remedy}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
