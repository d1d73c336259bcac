import { ObjectMetadata } from './metadata';

/**
 * What we read of a core/v1 Event. Operators fill in `lastTimestamp` and
 * `count`, or only `eventTime`: see {@link eventTime}.
 *
 * @public
 */
export interface ObjectEvent {
  metadata: ObjectMetadata;
  involvedObject: {
    kind?: string;
    namespace?: string;
    name?: string;
    uid?: string;
  };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string;
  lastTimestamp?: string;
  eventTime?: string;
}

/**
 * When an event happened last (ISO 8601).
 *
 * @public
 */
export function eventTime(event: ObjectEvent): string | undefined {
  return (
    event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp
  );
}
