import { ObjectIndex } from '../../objects/ObjectIndex';
import { KnownObjects, ResourceId } from '../../resources/kinds';
import { ObjectMetadata } from '../../resources/metadata';
import { ObjectEvent } from '../../resources/objectEvent';
import { ContainerStatus, Pod } from '../../resources/pod';
import { Moment } from '../assess';

/** All tests of rules are at this time. */
export const NOW = '2026-11-23T09:00:00Z';

/** A time before {@link NOW}. */
export function ago(seconds: number): string {
  return new Date(Date.parse(NOW) - seconds * 1000).toISOString();
}

export function metadata(
  name: string,
  labels: ObjectMetadata['labels'] = {},
): ObjectMetadata {
  return {
    name,
    namespace: 'data',
    labels,
    annotations: {},
    creationTimestamp: ago(60),
  };
}

/** A pod of Spark with one container. */
export function sparkPod(
  name: string,
  role: 'driver' | 'executor' | 'runner',
  labels: ObjectMetadata['labels'],
  status: Omit<NonNullable<Pod['status']>, 'containerStatuses'> & {
    container?: ContainerStatus['state'];
  },
): Pod {
  const { container, ...rest } = status;
  return {
    metadata: metadata(name, { ...labels, 'spark-role': role }),
    status: {
      startTime: ago(60),
      ...rest,
      ...(container && {
        containerStatuses: [
          { name: `spark-kubernetes-${role}`, state: container },
        ],
      }),
    },
  };
}

/** What the scheduler says of a pod that fits nowhere. */
export const UNSCHEDULABLE = {
  phase: 'Pending',
  conditions: [
    {
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message:
        '0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
      lastTransitionTime: ago(40),
    },
  ],
};

type Around = {
  events?: Array<Partial<ObjectEvent> & Pick<ObjectEvent, 'involvedObject'>>;
} & {
  [R in Exclude<ResourceId, 'events'>]?: Array<KnownObjects[R]>;
};

/** A cluster that holds this and nothing else. */
export function around({ events = [], ...objects }: Around = {}): Moment {
  const source = new ObjectIndex();
  for (const [resource, list] of Object.entries(objects)) {
    for (const object of list ?? []) {
      source.put(resource as 'pods', object as Pod);
    }
  }
  events.forEach((event, at) =>
    source.put('events', {
      metadata: metadata(`event-${at}`),
      lastTimestamp: ago(10),
      ...event,
    }),
  );
  return { source, now: new Date(NOW) };
}
