import {
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { pathOf, streamsOf, withQuery } from './streams';

/** Whether a pod with these labels matches a selector, as an API server decides. */
function matches(selector: string, labels: Record<string, string>): boolean {
  return selector.split(/,(?![^(]*\))/).every(part => {
    const within = /^(\S+) (in|notin) \((.*)\)$/.exec(part);
    if (within) {
      const [, key, operator, values] = within;
      return values.split(',').includes(labels[key]) === (operator === 'in');
    }
    if (part.startsWith('!')) return !(part.slice(1) in labels);
    const [key, value] = part.split('=');
    return value === undefined ? key in labels : labels[key] === value;
  });
}

describe('streamsOf', () => {
  it.each<[string, Record<string, string>, number]>([
    ['ours', { 'headworks.dev/pipeline': 'a' }, 1],
    [
      'ours, made by an operator',
      {
        'headworks.dev/pipeline': 'a',
        type: 'flink-native-kubernetes',
        'spark-role': 'driver',
        'strimzi.io/cluster': 'lab',
        'confluent-platform': 'true',
      },
      1,
    ],
    ['Strimzi’s', { 'strimzi.io/cluster': 'lab' }, 1],
    ['Flink’s', { type: 'flink-native-kubernetes' }, 1],
    ['Flink’s, standalone', { type: 'flink-standalone-kubernetes' }, 1],
    ['Spark’s', { 'spark-role': 'executor' }, 1],
    ['Confluent’s', { 'confluent-platform': 'true', type: 'kafka' }, 1],
    [
      'of a Flink job that reads Spark',
      { type: 'flink-native-kubernetes', 'spark-role': 'x' },
      1,
    ],
    ['anybody’s', { app: 'web', type: 'web' }, 0],
  ])(
    'brings a pod that is %s exactly as often as it should',
    (_, labels, times) => {
      const found = streamsOf('pods').filter(({ query }) =>
        matches(query.labelSelector, labels),
      );
      expect(found).toHaveLength(times);
    },
  );

  it('reads workloads only with our label, and other kinds whole', () => {
    for (const resource of Object.keys(RESOURCES) as ResourceId[]) {
      if (resource === 'pods' || resource === 'events') continue;
      const [{ query }] = streamsOf(resource);
      const isWorkload = /\.(apps|batch)$/.test(resource);
      expect(query).toEqual(
        isWorkload ? { labelSelector: 'headworks.dev/pipeline' } : {},
      );
    }
  });
});

describe('streamsOf, for some namespaces', () => {
  it('reads each of them by itself', () => {
    const streams = streamsOf('events', ['a', 'b']);
    expect(streams.map(({ id, namespace }) => [id, namespace])).toEqual([
      ['a/events', 'a'],
      ['b/events', 'b'],
    ]);
    expect(streams[1].query).toEqual(streamsOf('events')[0].query);
    expect(streamsOf('pods', ['a', 'b'])).toHaveLength(
      2 * streamsOf('pods').length,
    );
  });
});

describe('pathOf', () => {
  it.each<[ResourceId, string, string | undefined, string]>([
    ['pods', 'v1', undefined, '/api/v1/pods'],
    ['pods', 'v1', 'data', '/api/v1/namespaces/data/pods'],
    [
      'kafkas.kafka.strimzi.io',
      'v1beta2',
      undefined,
      '/apis/kafka.strimzi.io/v1beta2/kafkas',
    ],
  ])('%s %s %s', (resource, version, namespace, path) => {
    expect(pathOf(resource, version, namespace)).toBe(path);
  });
});

describe('withQuery', () => {
  it('leaves out what is not given, and encodes the rest', () => {
    expect(
      withQuery('/a', { limit: 5, continue: undefined, s: 'a in (b)' }),
    ).toBe('/a?limit=5&s=a%20in%20(b)');
    expect(withQuery('/a', {})).toBe('/a');
  });
});
