import { Finding, info, warning } from './change';
import { ruleFor } from './rule';
import {
  partitionFindings,
  retentionFindings,
  TopicConfig,
} from './topicFindings';

interface ListedTopic {
  name: string;
  partitions: number;
  copies: number;
  config: TopicConfig;
}

/** The topics of a Kafka without an operator, which a Job makes from a list after each upgrade. */
export const topicList = ruleFor<object>({
  group: '',
  kinds: ['ConfigMap'],
  changed: ({ before, after }) => {
    if (before.data?.['topics.sh'] === undefined) return [];
    const now = new Map(topicsOf(after.data).map(topic => [topic.name, topic]));
    return topicsOf(before.data).flatMap(topic =>
      topicFindings(topic, now.get(topic.name)),
    );
  },
});

/** One line a topic, parted by tabs: name, partitions, copies, settings. */
function topicsOf(data: Readonly<Record<string, string>> = {}): ListedTopic[] {
  return (data.topics ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [name, partitions, copies, ...settings] = line.split('\t');
      return {
        name,
        partitions: Number(partitions),
        copies: Number(copies),
        config: Object.fromEntries(
          settings.map(setting => {
            const at = setting.indexOf('=');
            return [setting.slice(0, at), setting.slice(at + 1)];
          }),
        ),
      };
    });
}

function topicFindings(before: ListedTopic, after?: ListedTopic): Finding[] {
  const path = `data.topics.${before.name}`;
  if (!after) {
    return [
      info(
        path,
        `the topic "${before.name}" is no longer looked after; it and its records stay`,
        'Delete it by hand once nobody needs it.',
      ),
    ];
  }
  const copies =
    before.copies === after.copies
      ? []
      : [
          warning(
            path,
            `${before.copies} copies do not become ${after.copies} by themselves: a topic keeps the copies that it was made with`,
            `Reassign its partitions to ${after.copies} brokers with Kafka's own tool, then apply this.`,
          ),
        ];
  return [
    ...partitionFindings(path, before.partitions, after.partitions),
    ...copies,
    ...retentionFindings(path, before.config, after.config),
  ];
}
