import { Finding, refused, warning } from './change';
import { isKept } from './renderedObject';
import { ruleFor, Typed } from './rule';
import {
  partitionFindings,
  retentionFindings,
  TopicConfig,
} from './topicFindings';

interface TopicSpec {
  name: string;
  partitionCount: number;
  replicas: number;
  configs: TopicConfig;
}

/** A topic that Confluent for Kubernetes looks after. */
export const confluentTopic = ruleFor<TopicSpec>({
  group: 'platform.confluent.io',
  kinds: ['KafkaTopic'],
  changed: ({ before, after }) => [
    ...renamed(before, after),
    ...partitionFindings(
      'spec.partitionCount',
      before.spec.partitionCount,
      after.spec.partitionCount,
    ),
    ...copies(before.spec.replicas, after.spec.replicas),
    ...retentionFindings(
      'spec.configs',
      before.spec.configs,
      after.spec.configs,
    ),
  ],
  removed: topic =>
    isKept(topic)
      ? []
      : [
          warning(
            '',
            `the topic "${topicName(topic)}" is deleted with all its records`,
            'To keep the topic, set the annotation helm.sh/resource-policy: keep and apply that first.',
          ),
        ],
});

function topicName({ metadata, spec }: Typed<TopicSpec>): string {
  return spec.name ?? metadata.name;
}

function renamed(before: Typed<TopicSpec>, after: Typed<TopicSpec>): Finding[] {
  const [from, to] = [topicName(before), topicName(after)];
  return from === to
    ? []
    : [
        refused(
          'spec.name',
          `the topic "${from}" cannot become "${to}": Kafka does not rename topics`,
          `Declare "${to}" as a topic of its own, move readers and writers to it, then remove this one.`,
        ),
      ];
}

function copies(
  before: number | undefined,
  after: number | undefined,
): Finding[] {
  return before === undefined || after === undefined || before === after
    ? []
    : [
        warning(
          'spec.replicas',
          `${before} copies do not become ${after} by themselves: a topic keeps the copies that it was made with`,
          `Reassign its partitions to ${after} brokers with Kafka's own tool, then apply this.`,
        ),
      ];
}
