import { FlinkStats } from '../resources/flinkStats';
import { KnownObjects, ResourceId } from '../resources/kinds';
import { ObjectEvent } from '../resources/objectEvent';

/**
 * The labels that objects can be looked up by.
 *
 * @public
 */
export const INDEXED_LABELS = [
  'headworks.dev/pipeline',
  'strimzi.io/cluster',
  /** On Flink's pods: name of the FlinkDeployment. */
  'app',
  /** On pods of Kubeflow's and Apache's operator. */
  'sparkoperator.k8s.io/app-name',
  'sparkoperator.k8s.io/connect-name',
  'spark.operator/spark-app-name',
  'spark-app-selector',
  'job-name',
] as const;

/**
 * A label that objects can be looked up by.
 *
 * @public
 */
export type IndexedLabel = (typeof INDEXED_LABELS)[number];

/**
 * What is known of one cluster. Health rules look around in it, so that the
 * pods and events that explain a resource are found in one way by everybody.
 *
 * @public
 */
export interface ObjectSource {
  get<R extends ResourceId>(
    resource: R,
    namespace: string,
    name: string,
  ): KnownObjects[R] | undefined;
  /** The objects of a namespace with this label. */
  labelled<R extends ResourceId>(
    resource: R,
    namespace: string,
    label: IndexedLabel,
    value: string,
  ): ReadonlyArray<KnownObjects[R]>;
  /** All objects of a namespace: for kinds that are few. */
  inNamespace<R extends ResourceId>(
    resource: R,
    namespace: string,
  ): ReadonlyArray<KnownObjects[R]>;
  /** All objects of a kind that is few, such as Kafka clusters. */
  all<R extends ResourceId>(resource: R): ReadonlyArray<KnownObjects[R]>;
  /** Events about one object, in no order; a Deployment's are its ReplicaSets', too. */
  eventsAbout(
    kind: string,
    namespace: string,
    name: string,
  ): readonly ObjectEvent[];
  /** What Flink's REST said of a job; undefined where it was never asked. */
  flinkStats(
    resource:
      | 'flinkdeployments.flink.apache.org'
      | 'flinksessionjobs.flink.apache.org'
      | 'statefulsets.apps',
    namespace: string,
    name: string,
  ): FlinkStats | undefined;
}
