import { ObjectEvent } from '../../resources/objectEvent';
import { RawObject } from '../../resources/rawObject';
import { Projection } from './custom';
import { metadataOf } from './metadata';
import { select, Selection } from './selection';

const FIELDS: Selection<Omit<ObjectEvent, 'metadata'>> = {
  involvedObject: { kind: true, namespace: true, name: true, uid: true },
  type: true,
  reason: true,
  message: true,
  count: true,
  firstTimestamp: true,
  lastTimestamp: true,
  eventTime: true,
};

/** An event has no spec and no status. */
export const event: Projection<ObjectEvent> = (raw: RawObject) => {
  const fields = select(FIELDS, raw) as Omit<ObjectEvent, 'metadata'>;
  const { name, namespace, uid, creationTimestamp } = metadataOf(raw);
  return {
    ...fields,
    metadata: {
      name,
      namespace,
      uid,
      creationTimestamp,
      labels: {},
      annotations: {},
    },
    involvedObject: fields.involvedObject ?? {},
  };
};
