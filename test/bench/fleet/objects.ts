import { RESOURCES } from '@headworks/backstage-plugin-data-pipelines-common';
import { KubernetesObject } from '../../cluster/client';
import { Recorded, recorded } from './recorded';
import { FleetPipeline, JOBS, KAFKA, TOPICS } from './shape';

/** An object of the fleet, and where it is. */
export interface FleetObject extends Recorded {
  /** Of its namespace and plural; its name comes after. */
  path: string;
}

/** All that a pipeline has in its cluster. */
export function objectsOf(pipeline: FleetPipeline): FleetObject[] {
  const { name, namespace } = pipeline;
  return [
    ...JOBS.flatMap(job => {
      const own = { name: `${name}-${job.name}`, namespace };
      const kinds =
        job.engine === 'flink'
          ? ['flinkdeployment', 'pod-jobmanager', 'pod-taskmanager']
          : ['sparkapplication', 'pod-driver'];
      const snapshots = job.name === 'ingest' ? ['flinkstatesnapshot'] : [];
      return [
        ...[...kinds, ...snapshots].map(kind =>
          labelled(recorded(kind, own), pipeline, job.name),
        ),
        onKafka('kafkauser', own.name, pipeline),
      ];
    }),
    ...TOPICS.map(topic => onKafka('kafkatopic', `${name}-${topic}`, pipeline)),
  ].map(placed);
}

/** The Kafka cluster that the topics of all pipelines live on. */
export function kafkaObjects(): FleetObject[] {
  return [
    'kafka',
    'kafkanodepool',
    'strimzipodset',
    'pod-broker',
    'pod-entity-operator',
  ]
    .map(kind => recorded(kind, KAFKA))
    .map(one =>
      one.object.kind === 'Kafka'
        ? one
        : withLabels(one, { 'strimzi.io/cluster': KAFKA.name }),
    )
    .map(placed);
}

function onKafka(kind: string, name: string, pipeline: FleetPipeline) {
  const { namespace } = KAFKA;
  const one = recorded(kind, { name, namespace, pipeline: pipeline.name });
  return withLabels(labelled(one, pipeline), {
    'strimzi.io/cluster': KAFKA.name,
  });
}

function labelled(
  one: Recorded,
  { name, namespace }: FleetPipeline,
  job?: string,
): Recorded {
  one.object.metadata.annotations = {
    'meta.helm.sh/release-name': name,
    'meta.helm.sh/release-namespace': namespace,
  };
  return withLabels(one, {
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/instance': name,
    'headworks.dev/pipeline': name,
    'headworks.dev/environment': 'prod',
    ...(job && { 'headworks.dev/job': job }),
  });
}

function withLabels(one: Recorded, labels: Record<string, string>): Recorded {
  const { metadata } = one.object;
  metadata.labels = { ...metadata.labels, ...labels };
  return one;
}

function placed(one: Recorded): FleetObject {
  const { apiVersion, metadata } = one.object;
  const base = apiVersion.includes('/') ? '/apis' : '/api';
  const { namespace } = metadata;
  return {
    ...one,
    path: `${base}/${apiVersion}/namespaces/${namespace}/${plural(one.object)}`,
  };
}

function plural({ kind, apiVersion }: KubernetesObject): string {
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  const found = Object.values(RESOURCES).find(
    one => one.kind === kind && one.group === group,
  );
  if (!found) throw new Error(`${apiVersion} ${kind}: a kind nobody follows`);
  return found.plural;
}
