import { Text } from '@backstage/ui';
import { useText } from '../../translations';
import styles from './DriftDiff.module.css';

const LOOKS: Record<string, string> = {
  '+': styles.added,
  '-': styles.removed,
  '@': styles.place,
};

/** A unified diff; the signs say it as well as the colours. */
export function DriftDiff(props: {
  label: string;
  diff: string;
  cut?: boolean;
}) {
  const { label, diff, cut } = props;
  const t = useText();
  return (
    <>
      <pre
        className={styles.diff}
        role="region"
        aria-label={label}
        // It scrolls with the keyboard, too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {diff
          .replace(/\n$/, '')
          .split('\n')
          .map((line, index) => (
            <span
              key={index}
              className={`${styles.line} ${LOOKS[line[0]] ?? ''}`}
            >
              {`${line}\n`}
            </span>
          ))}
      </pre>
      {cut && <Text color="secondary">{t('drift.cut')}</Text>}
    </>
  );
}
