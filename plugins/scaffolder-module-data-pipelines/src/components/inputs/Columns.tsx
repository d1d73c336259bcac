import { ReactNode } from 'react';
import styles from './Columns.module.css';

/** Inputs beside each other where there is room, else below each other. */
export function Columns(props: { children: ReactNode }) {
  return <div className={styles.columns}>{props.children}</div>;
}
