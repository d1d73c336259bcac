import { Pod } from '../../resources/pod';
import { Subject } from '../witness';

/** Pods that do the same: the brokers of a pool, the workers of Kafka Connect. */
export interface PodGroup {
  /** Plural, such as `brokers`. */
  what: string;
  /** Who makes the pods. */
  owner: Subject;
  wanted: number;
  /** As the owner's status counts them; it may be old. */
  ready: number;
  /** Undefined where pods are not known at all. */
  pods?: readonly Pod[];
}

/** How many pods are ready, by the owner's status and by the pods themselves. */
export function readyPods({ ready, pods }: PodGroup): number {
  return pods ? Math.min(ready, pods.filter(isReady).length) : ready;
}

/** Whether a pod serves, and goes on doing so. */
export function isReady({ metadata, status }: Pod): boolean {
  return (
    !metadata.deletionTimestamp &&
    (status?.conditions ?? []).some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    )
  );
}
