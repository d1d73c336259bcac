import { compare } from './compare';

const list = (...topics: string[]) => [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'river-topics' },
    data: { 'topics.sh': '#!/bin/sh', topics: `${topics.join('\n')}\n` },
  },
];

describe('topicList', () => {
  it.each([
    [
      'clicks\t12\t3',
      'clicks\t6\t3',
      'refused',
      '12 partitions cannot become 6: Kafka never removes one',
      'Keep 12, or declare a new topic and move readers and writers to it.',
    ],
    [
      'clicks\t12\t2',
      'clicks\t12\t3',
      'warning',
      '2 copies do not become 3 by themselves: a topic keeps the copies that it was made with',
      "Reassign its partitions to 3 brokers with Kafka's own tool, then apply this.",
    ],
    [
      'clicks\t12\t3',
      'sessions\t12\t3',
      'info',
      'the topic "clicks" is no longer looked after; it and its records stay',
      'Delete it by hand once nobody needs it.',
    ],
  ])('%j → %j', (before, after, severity, problem, remedy) => {
    expect(compare(list(before), list(after))).toEqual([
      {
        severity,
        problem,
        remedy,
        path: 'data.topics.clicks',
        object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'river-topics' },
      },
    ]);
  });

  it('warns of records that become too old', () => {
    expect(
      compare(
        list('clicks\t1\t1\tretention.ms=20'),
        list('clicks\t1\t1\tretention.ms=10'),
      ),
    ).toEqual([
      expect.objectContaining({
        severity: 'warning',
        path: 'data.topics.clicks.retention.ms',
      }),
    ]);
  });

  it('leaves other ConfigMaps alone', () => {
    const map = (topics: string) => [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'mine' },
        data: { topics },
      },
    ];
    expect(compare(map('a\t2\t1'), map('a\t1\t1'))).toEqual([]);
  });
});
