import {
  MetricAttributes,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { CollectorResourceView } from '@headworks/backstage-plugin-data-pipelines-common';
import { offerCollectorMetrics } from './collectorMetrics';

const topics: CollectorResourceView = {
  resource: 'kafkatopics.kafka.strimzi.io',
  version: 'v1',
  state: 'live',
  objects: 12,
  asOf: new Date(Date.now() - 3_000).toISOString(),
  lists: 1,
  watchRestarts: 4,
  throttled: 2,
  bytes: 9_000,
};

describe('offerCollectorMetrics', () => {
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const observable = (name: string) => ({
    addCallback: (callback: MetricsServiceObservableCallback) => {
      callbacks.set(name, callback);
    },
    removeCallback: () => {},
  });
  const metrics = metricsServiceMock.mock({
    createObservableGauge: jest.fn(observable) as never,
    createObservableCounter: jest.fn(observable) as never,
  });
  offerCollectorMetrics({
    metrics,
    status: () => ({
      clusters: [
        {
          name: 'east',
          status: 'live',
          buffered: false,
          cut: false,
          resources: [
            topics,
            {
              ...topics,
              resource: 'pods',
              state: 'failing',
              asOf: undefined,
            },
            { ...topics, resource: 'jobs.batch', state: 'absent' },
          ],
        },
      ],
    }),
  });

  function observed(name: string) {
    const all: Array<[number, MetricAttributes | undefined]> = [];
    callbacks.get(name)?.({
      observe: (value, attributes) => all.push([value, attributes]),
    });
    return all;
  }

  const ofTopics = { cluster: 'east', kind: 'kafkatopics.kafka.strimzi.io' };
  const ofPods = { cluster: 'east', kind: 'pods' };

  it.each([
    ['objects', 12],
    ['lists', 1],
    ['watch_restarts', 4],
    ['throttled', 2],
    ['received', 9_000],
  ])('%s, by cluster and kind only', (name, value) => {
    expect(observed(`data_pipelines.collector.${name}`)).toEqual([
      [value, ofTopics],
      [value, ofPods],
    ]);
  });

  it('tells how old what is known is, where anything is known', () => {
    const [[seconds, attributes], ...others] = observed(
      'data_pipelines.collector.lag',
    );
    expect(seconds).toBeCloseTo(3, 0);
    expect(attributes).toEqual(ofTopics);
    expect(others).toEqual([]);
  });

  it('tells what may be out of date', () => {
    expect(observed('data_pipelines.collector.stale')).toEqual([
      [0, ofTopics],
      [1, ofPods],
    ]);
  });
});
