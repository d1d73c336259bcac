import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_ACTION,
  ANNOTATION_REQUESTED_BY,
  isStrimzi,
  KafkaAction,
  LiveStrimziObject,
  ObjectRef,
  planKafkaAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { PartAt } from '../service/partAt';
import { Subject } from './Subject';

/** An action on an object of Strimzi that a pipeline's view shows. */
export function partSubject(
  { at, user }: { at: PartAt; user: string },
  action: KafkaAction,
): Subject {
  const { environment, object, pipelineRef } = at;
  const ref = partKey(object);
  return {
    ref,
    pipelineRef,
    environment,
    action,
    user,
    object() {
      requireStrimzi(object);
      return object;
    },
    plan: (id, live) => ({
      plan: planKafkaAction(action, {
        cluster: object.cluster,
        object: live as LiveStrimziObject,
        annotations: {
          [ANNOTATION_REQUESTED_BY]: user,
          [ANNOTATION_ACTION]: id,
        },
      }),
      values: [],
    }),
    // Several pipelines may show one Kafka: whoever asked, it is one change.
    refs: [ref],
    waitsFor: () => true,
  };
}

/** Of one length, whatever the object is called; the same in every pipeline. */
export function partKey(object: ObjectRef): string {
  const { cluster, apiVersion, kind, namespace, name } = object;
  const [group] = apiVersion.split('/');
  const hash = createHash('sha256').update(
    JSON.stringify([cluster, group, kind, namespace, name]),
  );
  return `part:${hash.digest('hex')}`;
}

function requireStrimzi(object: ObjectRef) {
  if (isStrimzi(object)) return;
  throw new ConflictError(
    `The portal cannot do this with a ${object.kind} of ${object.apiVersion}, only with those of Strimzi. Use its own operator's commands.`,
  );
}
