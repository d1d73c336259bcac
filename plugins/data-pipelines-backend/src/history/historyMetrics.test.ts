import { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { offerHistoryMetrics } from './historyMetrics';

describe('offerHistoryMetrics', () => {
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const observable = (name: string) => ({
    addCallback: (callback: MetricsServiceObservableCallback) => {
      callbacks.set(name, callback);
    },
    removeCallback: () => {},
  });
  offerHistoryMetrics({
    metrics: metricsServiceMock.mock({
      createObservableGauge: jest.fn(observable) as never,
      createObservableCounter: jest.fn(observable) as never,
    }),
    writer: () => ({
      waiting: 5,
      waitingSince: new Date(Date.now() - 30_000).toISOString(),
      written: 400,
      batches: 3,
      failures: 2,
      dropped: 1,
    }),
  });

  it.each([
    ['waiting', 5],
    ['oldest_waiting', 30],
    ['written', 400],
    ['batches', 3],
    ['failures', 2],
    ['dropped', 1],
  ])('%s', (name, value) => {
    let observed: number | undefined;
    callbacks.get(`data_pipelines.history.${name}`)?.({
      observe: seen => {
        observed = seen;
      },
    });
    expect(observed).toBeCloseTo(value, 0);
  });
});
