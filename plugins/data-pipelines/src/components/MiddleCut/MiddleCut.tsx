import { VisuallyHidden } from '@backstage/ui';
import styles from './MiddleCut.module.css';

/** So much of the end stays: names differ there. */
const TAIL = 6;

/** A name that loses its middle where there is no room; whole on hover. */
export function MiddleCut(props: { text: string }) {
  const { text } = props;
  const at = Math.max(0, text.length - TAIL);
  return (
    <span className={styles.whole} title={text}>
      {/* In two halves it would be read as two words. */}
      <VisuallyHidden>{text}</VisuallyHidden>
      <span className={styles.head} aria-hidden="true">
        {text.slice(0, at)}
      </span>
      <span className={styles.tail} aria-hidden="true">
        {text.slice(at)}
      </span>
    </span>
  );
}
