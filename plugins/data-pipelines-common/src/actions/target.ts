import { ObjectRef } from '../model/views';
import { ActionStep } from './step';

/** The part of a moment that says which object it is about. */
interface About {
  cluster: string;
  job: {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace: string; generation?: number };
  };
}

export function targetOf({ cluster, job }: About): ObjectRef {
  const { apiVersion, kind, metadata } = job;
  const { namespace, name } = metadata;
  return { cluster, apiVersion, kind, namespace, name };
}

/** A change of the object's spec that carries the name of who asked for it. */
export function patchOf(
  moment: About & { annotations: Record<string, string> },
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
