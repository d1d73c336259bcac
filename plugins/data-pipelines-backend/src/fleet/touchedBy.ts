import {
  KnownObjects,
  LABEL_PIPELINE,
  ObjectIndex,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from '../collector/ObjectChange';

/** What a change may be about, as keys that pipelines are found by. */
export interface Touched {
  /** `<cluster>/<pipeline>`: by our label. */
  pipelines: string[];
  /** `<cluster>/<namespace>/<Kafka cluster>`. */
  kafkas: string[];
  /** `<cluster>/<namespace>/<name>`: an object, or who a pod belongs to. */
  objects: string[];
}

/**
 * Whom a change may concern: those whose label the object has, those on the
 * Kafka cluster it belongs to, those that name it or what it belongs to.
 */
export function touchedBy(change: ObjectChange, source: ObjectIndex): Touched {
  const touched: Touched = { pipelines: [], kafkas: [], objects: [] };
  for (const object of [change.before, change.after]) {
    if (object) add(touched, change.cluster, change.resource, object, source);
  }
  return touched;
}

/** Whom an object may concern as it is. */
export function touchedByObject(
  cluster: string,
  resource: ResourceId,
  object: KnownObjects[ResourceId],
  source: ObjectIndex,
): Touched {
  const touched: Touched = { pipelines: [], kafkas: [], objects: [] };
  add(touched, cluster, resource, object, source);
  return touched;
}

/** Labels by which a pod tells what it belongs to. */
const OWNERS = [
  'app',
  'sparkoperator.k8s.io/app-name',
  'sparkoperator.k8s.io/scheduled-app-name',
  'job-name',
];

/** What an operator makes on a Kafka cluster or on Connect, which are no other for it. */
const MADE_THERE: ReadonlySet<ResourceId> = new Set([
  'kafkatopics.kafka.strimzi.io',
  'kafkausers.kafka.strimzi.io',
  'kafkaconnectors.kafka.strimzi.io',
]);

function add(
  touched: Touched,
  cluster: string,
  resource: ResourceId,
  object: KnownObjects[ResourceId],
  source: ObjectIndex,
) {
  if ('involvedObject' in object) {
    const { kind, namespace, name } = object.involvedObject;
    const place = namespace ?? object.metadata.namespace;
    const about = (Object.keys(RESOURCES) as ResourceId[])
      .filter(id => RESOURCES[id].kind === kind)
      .flatMap(id => source.get(id, place, name ?? '') ?? []);
    about.forEach(one => add(touched, cluster, resource, one, source));
    // The ReplicaSet, Job or claim of a pod that could not even be made.
    touched.objects.push(
      `${cluster}/${place}/${(name ?? '').split('-taskmanager')[0]}`,
    );
    return;
  }
  const { namespace, name, labels } = object.metadata;
  const pipeline = labels[LABEL_PIPELINE];
  if (pipeline) touched.pipelines.push(`${cluster}/${pipeline}`);
  const kafka =
    resource === 'kafkas.kafka.strimzi.io'
      ? name
      : labels['strimzi.io/cluster'];
  if (kafka && !MADE_THERE.has(resource))
    touched.kafkas.push(`${cluster}/${namespace}/${kafka}`);
  touched.objects.push(`${cluster}/${namespace}/${name}`);
  if ('spec' in object && object.spec && 'jobReference' in object.spec) {
    const job = object.spec.jobReference?.name;
    if (job) touched.objects.push(`${cluster}/${namespace}/${job}`);
  }
  for (const owner of OWNERS) {
    if (labels[owner]) {
      touched.objects.push(`${cluster}/${namespace}/${labels[owner]}`);
    }
  }
}
