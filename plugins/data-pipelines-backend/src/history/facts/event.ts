import {
  eventTime,
  ObjectEvent,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChangeOf } from '../../collector/ObjectChange';
import { EventFact } from './Fact';
import { messagePattern } from './messagePattern';
import { sentence } from './sentence';

/**
 * Kubernetes' events, all of one pattern on one day as one fact. Kubernetes
 * itself forgets them after an hour.
 */
export function eventFacts(change: ObjectChangeOf<'events'>): EventFact[] {
  const event = change.after;
  const at = event && iso(eventTime(event));
  if (!event || !at || isRoutine(event)) return [];
  const { metadata, involvedObject, count = 1 } = event;
  const type = event.type === 'Warning' ? 'Warning' : 'Normal';
  const reason = event.reason ?? 'Unknown';
  const message = sentence(event.message) ?? '';
  const {
    kind = 'Object',
    namespace = metadata.namespace,
    name = '',
  } = involvedObject;
  const firstAt =
    iso(event.firstTimestamp ?? event.eventTime ?? undefined) ?? at;
  const day = firstAt.slice(0, 10);
  return [
    {
      kind: 'event',
      at,
      firstAt,
      key: [day, kind, type, reason, messagePattern(message)].join(' '),
      source: metadata.uid ?? `${metadata.namespace}/${metadata.name}`,
      count: Math.max(1, Math.trunc(count) || 1),
      detail: {
        kind: 'event',
        type,
        reason,
        message,
        about: `${kind}/${namespace}/${name}`,
      },
    },
  ];
}

/** Every pod is scheduled, pulled, created and started: no news. */
function isRoutine({ type, involvedObject }: ObjectEvent): boolean {
  return type !== 'Warning' && involvedObject.kind === 'Pod';
}

function iso(time: string | undefined): string | undefined {
  const parsed = time ? Date.parse(time) : NaN;
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString();
}
