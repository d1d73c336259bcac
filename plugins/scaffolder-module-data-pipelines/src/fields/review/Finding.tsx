import { Button } from '@backstage/ui';
import {
  RiAlertFill,
  RiCheckFill,
  RiCloseCircleFill,
  RiInformationFill,
} from '@remixicon/react';
import { ReactElement, useState } from 'react';
import { Acceptance } from './Acceptance';
import styles from './Findings.module.css';
import { ReviewItem } from './findings';

const LOOKS: Record<
  ReviewItem['severity'],
  { word: string; icon: ReactElement; className: string }
> = {
  error: {
    word: 'Error',
    icon: <RiCloseCircleFill size={18} aria-hidden />,
    className: styles.bad,
  },
  warning: {
    word: 'Warning',
    icon: <RiAlertFill size={18} aria-hidden />,
    className: styles.warn,
  },
  info: {
    word: 'Good to know',
    icon: <RiInformationFill size={18} aria-hidden />,
    className: styles.quiet,
  },
};

/** One finding: what, what to do, where, and why it is accepted. */
export function Finding(props: {
  item: ReviewItem;
  /** Without a reason: it is accepted no more. Nothing can be where it is open. */
  onAccept?(reason: string | undefined): void;
}) {
  const { item, onAccept } = props;
  const { severity, problem, remedy, where, about, accepted } = item;
  const [asks, setAsks] = useState(false);
  const { word, icon, className } = LOOKS[severity];
  return (
    <li className={styles.finding}>
      <span className={accepted ? styles.quiet : className}>
        {accepted ? <RiCheckFill size={18} aria-hidden /> : icon}
        <span className={styles.word}>{accepted ? 'Accepted' : word}</span>
      </span>
      <div className={styles.body}>
        <strong className={styles.where}>{where}</strong>
        <span>{ended(problem)}</span>
        <span>{ended(begun(remedy))}</span>
        <span className={styles.small}>
          {about && (
            <>
              <code>{about.rule}</code> on {about.subject}
            </>
          )}
          {item.environments.length > 0 &&
            ` in ${item.environments.join(', ')}`}
        </span>
        {accepted && <em>Because: {accepted}</em>}
        {asks && onAccept && (
          <Acceptance
            onAccept={reason => {
              setAsks(false);
              onAccept(reason);
            }}
            onCancel={() => setAsks(false)}
          />
        )}
      </div>
      {severity === 'warning' && about && onAccept && !asks && (
        <Button
          size="small"
          variant="secondary"
          aria-label={`${accepted ? 'Take back' : 'Accept'}: ${where}`}
          onPress={() => (accepted ? onAccept(undefined) : setAsks(true))}
        >
          {accepted ? 'Take back' : 'Accept, because …'}
        </Button>
      )}
    </li>
  );
}

/** A remedy is an imperative; a problem may begin with somebody's name. */
function begun(text: string) {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

/** Rules and Helm end theirs without a full stop. */
function ended(text: string) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
