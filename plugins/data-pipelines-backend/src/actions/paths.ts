import {
  LiveFlinkJob,
  LiveSparkJob,
  ObjectRef,
  StrimziKind,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The kinds that actions make or change: one that is forgotten does not compile. */
type Kind =
  | LiveFlinkJob['kind']
  | LiveSparkJob['kind']
  | StrimziKind
  | 'FlinkStateSnapshot';

const PLURALS: Readonly<Record<Kind, string>> = {
  FlinkDeployment: 'flinkdeployments',
  FlinkSessionJob: 'flinksessionjobs',
  FlinkStateSnapshot: 'flinkstatesnapshots',
  SparkApplication: 'sparkapplications',
  ScheduledSparkApplication: 'scheduledsparkapplications',
  Kafka: 'kafkas',
  KafkaConnect: 'kafkaconnects',
  KafkaConnector: 'kafkaconnectors',
  KafkaTopic: 'kafkatopics',
  KafkaUser: 'kafkausers',
};

/** Where the API server keeps all objects of a kind in a namespace. */
export function folderOf(object: {
  apiVersion: string;
  kind: string;
  metadata: { namespace: string };
}): string {
  const { apiVersion, kind, metadata } = object;
  if (!isKnown(kind)) throw new Error(`No action knows ${kind}`);
  return `/apis/${apiVersion}/namespaces/${metadata.namespace}/${PLURALS[kind]}`;
}

function isKnown(kind: string): kind is Kind {
  return Object.hasOwn(PLURALS, kind);
}

export function pathOf({ apiVersion, kind, namespace, name }: ObjectRef) {
  return `${folderOf({ apiVersion, kind, metadata: { namespace } })}/${name}`;
}
