import { ObjectRef } from '../../model/views';
import { ActionStep } from '../step';
import { FlinkMoment } from './FlinkMoment';

export function targetOf({ cluster, job }: FlinkMoment): ObjectRef {
  const { apiVersion, kind, metadata } = job;
  const { namespace, name } = metadata;
  return { cluster, apiVersion, kind, namespace, name };
}

/** A change of the job's spec that carries the name of who asked for it. */
export function patchOf(
  moment: FlinkMoment,
  patch: { spec: object },
): ActionStep {
  const { annotations, job } = moment;
  return {
    do: 'patch',
    target: targetOf(moment),
    patch: { metadata: { annotations }, ...patch },
    generation: job.metadata.generation,
  };
}
