import { ObjectRef } from '../../model/views';
import { ActionStep } from '../step';
import { targetOf } from '../target';
import { KafkaMoment } from './KafkaMoment';

/** Of Strimzi's operators (its documentation): they pass over what says `"true"`. */
export const PAUSE = 'strimzi.io/pause-reconciliation';

/** Of Strimzi's operator: it restarts the connector and removes the annotation. */
export const RESTART = 'strimzi.io/restart';

export function objectOf({ cluster, object }: KafkaMoment): ObjectRef {
  return targetOf({ cluster, job: object });
}

export function isPaused({ object }: KafkaMoment): boolean {
  return object.metadata.annotations?.[PAUSE] === 'true';
}

/**
 * Tells the operator something by an annotation; null removes it. No change of
 * the spec: Argo CD and Flux leave alone annotations that Git does not have.
 */
export function annotate(
  moment: KafkaMoment,
  key: string,
  value: string | null,
): ActionStep {
  return {
    do: 'patch',
    target: objectOf(moment),
    patch: {
      metadata: { annotations: { ...moment.annotations, [key]: value } },
    },
    generation: moment.object.metadata.generation,
  };
}
