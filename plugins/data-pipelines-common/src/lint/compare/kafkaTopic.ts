import { Finding, info, refused, warning } from './change';
import { isKept, RenderedObject } from './renderedObject';
import { Pair, Rendering, ruleFor, Typed } from './rule';
import {
  partitionFindings,
  retentionFindings,
  TopicConfig,
} from './topicFindings';

interface TopicSpec {
  topicName: string;
  partitions: number;
  replicas: number;
  config: TopicConfig;
}

type Topic = Typed<TopicSpec>;

/** A topic that Strimzi looks after. */
export const kafkaTopic = ruleFor<TopicSpec>({
  group: 'kafka.strimzi.io',
  kinds: ['KafkaTopic'],
  changed: ({ before, after, rendering }) => [
    ...renamed(before, after),
    ...partitionFindings(
      'spec.partitions',
      before.spec.partitions,
      after.spec.partitions,
    ),
    ...copies({ before, after, rendering }),
    ...retentionFindings('spec.config', before.spec.config, after.spec.config),
  ],
  removed: (topic, rendering) => {
    if (isKept(topic) || isUnmanaged(topic)) return [];
    const name = topicName(topic);
    const other = rendering.find(
      object =>
        isInSameCluster(topic, object) && topicName(object as Topic) === name,
    );
    return other
      ? [
          refused(
            '',
            `"${other.metadata.name}" declares the topic "${name}" now, and removing this object deletes that topic with all its records`,
            'Keep the name of the object, or set its annotation strimzi.io/managed: "false" and apply that first.',
          ),
        ]
      : [
          warning(
            '',
            `the topic "${name}" is deleted with all its records`,
            'To keep the topic, set the annotation strimzi.io/managed: "false" and apply that first.',
          ),
        ];
  },
});

function topicName({ metadata, spec }: Topic): string {
  return spec?.topicName ?? metadata.name;
}

function isInSameCluster({ kind, metadata }: Topic, other: RenderedObject) {
  const cluster = 'strimzi.io/cluster';
  return (
    other.kind === kind &&
    other.metadata.namespace === metadata.namespace &&
    other.metadata.labels?.[cluster] === metadata.labels?.[cluster]
  );
}

function isUnmanaged({ metadata }: Topic) {
  return metadata.annotations?.['strimzi.io/managed'] === 'false';
}

function renamed(before: Topic, after: Topic): Finding[] {
  const [from, to] = [topicName(before), topicName(after)];
  return from === to
    ? []
    : [
        refused(
          'spec.topicName',
          `the topic "${from}" cannot become "${to}": Strimzi does not rename topics`,
          `Declare "${to}" as a topic of its own, move readers and writers to it, then remove this one.`,
        ),
      ];
}

/** Only Cruise Control moves copies, and only the cluster's own object says whether it is there. */
function copies({ before, after, rendering }: Pair<TopicSpec>): Finding[] {
  const [from, to] = [before.spec.replicas, after.spec.replicas];
  if (from === undefined || to === undefined || from === to) return [];
  const cluster = after.metadata.labels?.['strimzi.io/cluster'] ?? '';
  const kafka = findKafka(rendering, cluster);
  if (!kafka) {
    return [
      warning(
        'spec.replicas',
        `${from} copies become ${to}, which Strimzi does only with Cruise Control`,
        `Make sure that the cluster "${cluster}" has it, or keep ${from}.`,
      ),
    ];
  }
  return kafka.spec && 'cruiseControl' in kafka.spec
    ? [
        info(
          'spec.replicas',
          `${from} copies become ${to}: Cruise Control moves data between brokers`,
          'Nothing to do; it takes a while and bandwidth.',
        ),
      ]
    : [
        refused(
          'spec.replicas',
          `${from} copies cannot become ${to}: Strimzi needs Cruise Control for it and the cluster "${cluster}" has none`,
          `Keep ${from}, or give the cluster Cruise Control first.`,
        ),
      ];
}

/** The cluster's object, where it is rendered too. */
export function findKafka(
  rendering: Rendering,
  cluster: string,
): RenderedObject | undefined {
  return rendering.find(
    ({ apiVersion, kind, metadata }) =>
      kind === 'Kafka' &&
      apiVersion.startsWith('kafka.strimzi.io/') &&
      metadata.name === cluster,
  );
}
