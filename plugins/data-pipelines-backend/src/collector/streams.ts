import {
  LABEL_PIPELINE,
  RESOURCES,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** One LIST and WATCH. */
export interface Stream {
  /** Unique in a cluster. */
  id: string;
  resource: ResourceId;
  /** The one namespace that is read; absent where all are. */
  namespace?: string;
  /** Selectors, as the API server takes them. */
  query: Readonly<Record<string, string>>;
}

/** Pods of pipelines, of their operators' making, and nobody else's. */
const PODS = [
  LABEL_PIPELINE,
  'strimzi.io/cluster',
  'type in (flink-native-kubernetes,flink-standalone-kubernetes)',
  'spark-role',
  // Confluent for Kubernetes.
  'confluent-platform=true',
];

/** Without each, so that no pod comes by two streams. */
const OTHERWISE = [
  `!${LABEL_PIPELINE}`,
  '!strimzi.io/cluster',
  'type notin (flink-native-kubernetes,flink-standalone-kubernetes)',
  '!spark-role',
];

/** Only what carries our label: a cluster has many others. */
const OURS: ReadonlySet<ResourceId> = new Set([
  'statefulsets.apps',
  'jobs.batch',
  'cronjobs.batch',
]);

/** What the API server need not send: what no rule reads, and is most of it. */
const EVENTS = [
  ...[
    'Node',
    'PodDisruptionBudget',
    'Endpoints',
    'HorizontalPodAutoscaler',
  ].map(kind => `involvedObject.kind!=${kind}`),
  ...['Pulled', 'Created', 'Started', 'SuccessfulAttachVolume'].map(
    reason => `reason!=${reason}`,
  ),
].join(',');

/**
 * How a resource is read: one stream, but for pods; as many for each namespace
 * where the portal may read some only.
 */
export function streamsOf(
  resource: ResourceId,
  namespaces?: readonly string[],
): Stream[] {
  const whole = wholeStreams(resource);
  if (!namespaces) return whole;
  return namespaces.flatMap(namespace =>
    whole.map(stream => ({
      ...stream,
      id: `${namespace}/${stream.id}`,
      namespace,
    })),
  );
}

function wholeStreams(resource: ResourceId): Stream[] {
  if (resource === 'pods') {
    return PODS.map((selector, i) => ({
      id: `pods/${i}`,
      resource,
      query: { labelSelector: [...OTHERWISE.slice(0, i), selector].join(',') },
    }));
  }
  if (resource === 'events') {
    return [{ id: resource, resource, query: { fieldSelector: EVENTS } }];
  }
  const query: Stream['query'] = OURS.has(resource)
    ? { labelSelector: LABEL_PIPELINE }
    : {};
  return [{ id: resource, resource, query }];
}

/** Where a resource is, over all namespaces, or in one. */
export function pathOf(
  resource: ResourceId,
  version: string,
  namespace?: string,
): string {
  const { group, plural } = RESOURCES[resource];
  const base = group ? `/apis/${group}/${version}` : `/api/${version}`;
  return namespace === undefined
    ? `${base}/${plural}`
    : `${base}/namespaces/${namespace}/${plural}`;
}

/** A path with its query, in which nothing is left out by mistake. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const text = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');
  return text ? `${path}?${text}` : path;
}
