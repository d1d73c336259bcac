import { Skeleton } from '@backstage/ui';
import { ComponentProps } from 'react';
import styles from './Bone.module.css';

/** A part of what is being loaded; the design system's own is not to be seen on a light page. */
export function Bone(props: ComponentProps<typeof Skeleton>) {
  return <Skeleton {...props} className={styles.bone} />;
}
