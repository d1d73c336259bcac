import { ObjectMetadata } from '../../resources/metadata';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';

/** The pods of a Flink cluster that are there to stay. */
export interface FlinkPods {
  all: readonly Pod[];
  jobManagers: readonly Pod[];
  taskManagers: readonly Pod[];
}

/** Flink's own label: native pods carry no other that names their cluster. */
export function flinkPods(
  { name, namespace }: Pick<ObjectMetadata, 'name' | 'namespace'>,
  { source }: Moment,
): FlinkPods {
  const all = source
    .labelled('pods', namespace, 'app', name)
    .filter(({ metadata }) => metadata.labels.component !== undefined);
  const staying = all.filter(({ metadata }) => !metadata.deletionTimestamp);
  const of = (component: string) =>
    staying.filter(({ metadata }) => metadata.labels.component === component);
  return {
    all,
    jobManagers: of('jobmanager'),
    taskManagers: of('taskmanager'),
  };
}

/** For how many seconds one of the pods has been ready; undefined: none is. */
export function readyFor(
  pods: readonly Pod[],
  { now }: Moment,
): number | undefined {
  const ready = pods
    .map(({ status }) =>
      status?.conditions?.find(
        ({ type, status: holds }) => type === 'Ready' && holds === 'True',
      ),
    )
    .filter(condition => condition !== undefined)
    .map(condition => secondsSince(condition?.lastTransitionTime, now));
  return ready.length ? Math.max(...ready) : undefined;
}

/** For how many seconds the newest pod has been there; undefined: none is. */
export function youngest(
  pods: readonly Pod[],
  { now }: Moment,
): number | undefined {
  const ages = pods.map(({ metadata }) =>
    secondsSince(metadata.creationTimestamp, now),
  );
  return ages.length ? Math.min(...ages) : undefined;
}
