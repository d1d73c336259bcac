import { ReactNode } from 'react';
import styles from './Changed.module.css';
import { useChanged } from './useChanged';

/** Marks for a moment that what it shows has changed. */
export function Changed(props: {
  value: string | undefined;
  children: ReactNode;
}) {
  const changed = useChanged(props.value);
  return (
    <span className={styles.place} data-changed={changed || undefined}>
      {props.children}
    </span>
  );
}
