import { Container } from './pod';
import { PodOf } from './podsOf';

/** A container of a pod, init containers among them. */
export interface ContainerOf {
  pod: PodOf;
  container: Container;
  name: string;
  /** Inside the object. */
  path: string;
}

export function containersOf(pod: PodOf): ContainerOf[] {
  return (['containers', 'initContainers'] as const).flatMap(list =>
    (pod.spec[list] ?? []).map((container, i) => {
      const name = container.name ?? `${i}`;
      const path = pod.containerPath ?? `${pod.path}.${list}.${name}`;
      return { pod, container, name, path };
    }),
  );
}
