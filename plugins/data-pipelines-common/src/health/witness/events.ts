import { eventTime, ObjectEvent } from '../../resources/objectEvent';
import { ObjectMetadata } from '../../resources/metadata';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';

/**
 * What an event is about. With its metadata, events about an earlier object of
 * the same name are left out.
 *
 * @public
 */
export interface Subject {
  kind: string;
  metadata: Pick<
    ObjectMetadata,
    'name' | 'namespace' | 'uid' | 'creationTimestamp'
  >;
}

/**
 * Events about one object, the newest first.
 *
 * @public
 */
export function eventsAbout(
  { kind, metadata }: Subject,
  { source }: Moment,
): ObjectEvent[] {
  const { name, namespace, uid, creationTimestamp } = metadata;
  return source
    .eventsAbout(kind, namespace, name)
    .filter(
      event =>
        (!uid ||
          !event.involvedObject.uid ||
          event.involvedObject.uid === uid) &&
        !(seconds(eventTime(event)) < seconds(creationTimestamp)),
    )
    .sort((a, b) => seconds(eventTime(b)) - seconds(eventTime(a)));
}

/**
 * How long ago an event happened last, in seconds.
 *
 * @public
 */
export function eventAge(event: ObjectEvent, { now }: Moment): number {
  return secondsSince(eventTime(event), now);
}

/**
 * When an event happened first (ISO 8601).
 *
 * @public
 */
export function firstTime(event: ObjectEvent): string | undefined {
  return (
    event.firstTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp
  );
}

/** NaN where there is no time: every comparison with it is false. */
function seconds(time: string | undefined): number {
  return Math.floor(Date.parse(time ?? '') / 1000);
}
