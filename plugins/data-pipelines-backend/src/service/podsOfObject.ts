import {
  Assessed,
  IndexedLabel,
  KnownObjects,
  LABEL_JOB,
  LABEL_PIPELINE,
  ObjectIndex,
  ObjectMetadata,
  Pod,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** By which operators tell whose a pod is. */
const OWNERS: readonly IndexedLabel[] = [
  'app',
  'sparkoperator.k8s.io/app-name',
  'spark.operator/spark-app-name',
  'job-name',
];

/** The pods of a job's object: those that name it, and those with its labels. */
export function podsOfObject<R extends Assessed>(
  source: ObjectIndex,
  object: KnownObjects[R],
): Pod[] {
  const { namespace, name, labels } = object.metadata;
  const names = [name, runOf(object)].filter(
    (one): one is string => one !== undefined,
  );
  const owned = names.flatMap(owner =>
    OWNERS.flatMap(label => source.labelled('pods', namespace, label, owner)),
  );
  const pipeline = labels[LABEL_PIPELINE];
  const labelled =
    pipeline === undefined
      ? []
      : source
          .labelled('pods', namespace, LABEL_PIPELINE, pipeline)
          .filter(pod => pod.metadata.labels[LABEL_JOB] === labels[LABEL_JOB]);
  return [
    ...new Map(
      [...owned, ...labelled].map(pod => [pod.metadata.name, pod]),
    ).values(),
  ];
}

/** The last run of a schedule. */
function runOf(object: { metadata: ObjectMetadata }): string | undefined {
  const { status } = object as { status?: { lastRunName?: unknown } };
  return typeof status?.lastRunName === 'string'
    ? status.lastRunName
    : undefined;
}
