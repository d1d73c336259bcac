import styles from './MiddleCut.module.css';

/** So much of the end stays: names differ there. */
const TAIL = 6;

/** A name that loses its middle where there is no room; whole on hover. */
export function MiddleCut(props: { text: string }) {
  const { text } = props;
  const at = Math.max(0, text.length - TAIL);
  return (
    <span className={styles.whole} title={text}>
      <span className={styles.head}>{text.slice(0, at)}</span>
      <span className={styles.tail}>{text.slice(at)}</span>
    </span>
  );
}
