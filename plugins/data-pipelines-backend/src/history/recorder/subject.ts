import {
  Assessed,
  KnownObjects,
  ObjectEvent,
  ObjectMetadata,
  ObjectSource,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The object whose history something belongs to. */
export interface Subject {
  resource: Assessed;
  kind: string;
  metadata: ObjectMetadata;
  /** Of a topic: its name in Kafka. */
  topic?: string;
}

/** Labels of pods that name what made them, and in which resource it is. */
const MAKERS: ReadonlyArray<{ label: string; resources: Assessed[] }> = [
  { label: 'app', resources: ['flinkdeployments.flink.apache.org'] },
  {
    label: 'sparkoperator.k8s.io/app-name',
    resources: [
      'sparkapplications.sparkoperator.k8s.io',
      'sparkconnects.sparkoperator.k8s.io',
    ],
  },
  {
    label: 'spark.operator/spark-app-name',
    resources: ['sparkapplications.spark.apache.org'],
  },
  {
    label: 'strimzi.io/cluster',
    resources: ['kafkas.kafka.strimzi.io', 'kafkaconnects.kafka.strimzi.io'],
  },
  { label: 'job-name', resources: ['jobs.batch'] },
];

/**
 * Whose history an object's change is told in: a pod's in that of the job that
 * made it, a snapshot's in that of its job, an event's in that of what it is
 * about.
 *
 * @returns undefined where that is not known
 */
export function subjectOf<R extends ResourceId>(
  resource: R,
  object: KnownObjects[R],
  source: ObjectSource,
): Subject | undefined {
  switch (resource) {
    case 'pods':
      return ofPod(object.metadata, source);
    case 'events':
      return ofEvent(object as ObjectEvent, source);
    case 'flinkstatesnapshots.flink.apache.org':
      return ofSnapshot(
        object as KnownObjects['flinkstatesnapshots.flink.apache.org'],
        source,
      );
    case 'kafkatopics.kafka.strimzi.io': {
      const { metadata, spec } =
        object as KnownObjects['kafkatopics.kafka.strimzi.io'];
      const topic = spec.topicName ?? metadata.name;
      return { ...subject(resource, metadata), topic };
    }
    case 'kafkatopics.platform.confluent.io': {
      const { metadata, spec } =
        object as KnownObjects['kafkatopics.platform.confluent.io'];
      const topic = spec.name ?? metadata.name;
      return { ...subject(resource, metadata), topic };
    }
    default:
      return subject(resource as Assessed, object.metadata);
  }
}

function subject(resource: Assessed, metadata: ObjectMetadata): Subject {
  return { resource, kind: RESOURCES[resource].kind, metadata };
}

function find(
  source: ObjectSource,
  resources: readonly Assessed[],
  namespace: string,
  name: string,
): Subject | undefined {
  for (const resource of resources) {
    const found = source.get(resource, namespace, name);
    if (found) return subject(resource, found.metadata);
  }
  return undefined;
}

function ofPod(pod: ObjectMetadata, source: ObjectSource) {
  const { namespace, name, labels } = pod;
  for (const { label, resources } of MAKERS) {
    const maker = labels[label];
    const found = maker && find(source, resources, namespace, maker);
    if (found) return found;
  }
  const set = name.replace(/-\d+$/, '');
  return find(source, ['statefulsets.apps'], namespace, set);
}

function ofSnapshot(
  { metadata, spec }: KnownObjects['flinkstatesnapshots.flink.apache.org'],
  source: ObjectSource,
) {
  const { kind, name = '' } = spec.jobReference ?? {};
  const resource =
    kind === 'FlinkSessionJob'
      ? 'flinksessionjobs.flink.apache.org'
      : 'flinkdeployments.flink.apache.org';
  return find(source, [resource], metadata.namespace, name);
}

function ofEvent(
  { metadata, involvedObject }: ObjectEvent,
  source: ObjectSource,
): Subject | undefined {
  const { kind, namespace = metadata.namespace, name = '' } = involvedObject;
  switch (kind) {
    case 'Pod': {
      const pod = source.get('pods', namespace, name);
      return pod && ofPod(pod.metadata, source);
    }
    case 'FlinkStateSnapshot': {
      const snapshot = source.get(
        'flinkstatesnapshots.flink.apache.org',
        namespace,
        name,
      );
      return snapshot && ofSnapshot(snapshot, source);
    }
    // Flink's operator makes a Deployment of the same name.
    case 'Deployment':
      return find(source, MAKERS[0].resources, namespace, name);
    case 'ReplicaSet':
      return find(
        source,
        MAKERS[0].resources,
        namespace,
        name.replace(/-[a-z0-9]+$/, ''),
      );
    default:
      return find(source, ofKind(kind), namespace, name);
  }
}

/** `Kafka` and `SparkApplication` are kinds of two resources. */
function ofKind(kind: string | undefined): Assessed[] {
  return (Object.keys(RESOURCES) as ResourceId[]).filter(
    (resource): resource is Assessed =>
      resource !== 'pods' &&
      resource !== 'events' &&
      RESOURCES[resource].kind === kind,
  );
}
