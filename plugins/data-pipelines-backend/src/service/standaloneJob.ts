import {
  FlinkStats,
  ObjectIndex,
  ObjectRef,
  StandaloneAsIs,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What Flink said last of a job without an operator; undefined of any other. */
export function standaloneStats(
  source: ObjectIndex,
  object: ObjectRef | undefined,
): FlinkStats | undefined {
  return object?.kind === 'StatefulSet'
    ? source.flinkStats('statefulsets.apps', object.namespace, object.name)
    : undefined;
}

/** A job without an operator as it is known; undefined of any other. */
export function standaloneAsIs(
  source: ObjectIndex,
  object: ObjectRef | undefined,
  now: Date,
): StandaloneAsIs | undefined {
  if (object?.kind !== 'StatefulSet') return undefined;
  const { namespace, name } = object;
  const job = source.get('statefulsets.apps', namespace, name);
  return job && { job, stats: standaloneStats(source, object), now };
}
