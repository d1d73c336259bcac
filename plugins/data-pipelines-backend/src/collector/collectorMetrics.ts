import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  CollectorClusterView,
  CollectorResourceView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { CollectorStatus } from './Collector';

// A type, not an interface: attributes are records, which interfaces are not.
/** Few by nature: never names of users, pipelines or objects. */
type Attributes = { cluster: string; kind: string };

interface Metric {
  name: string;
  description: string;
  unit?: string;
  /** A gauge goes up and down; a counter only up. */
  type: 'gauge' | 'counter';
  /** undefined where there is nothing to say. */
  value: (
    resource: CollectorResourceView,
    cluster: CollectorClusterView,
    now: number,
  ) => number | undefined;
}

const METRICS: readonly Metric[] = [
  {
    name: 'data_pipelines.collector.objects',
    description: 'Objects that are known',
    unit: '{object}',
    type: 'gauge',
    value: ({ objects }) => objects,
  },
  {
    name: 'data_pipelines.collector.lag',
    description: 'Time since what is known was last certain to be current',
    unit: 's',
    type: 'gauge',
    value: ({ asOf }, _, now) =>
      asOf === undefined ? undefined : (now - Date.parse(asOf)) / 1000,
  },
  {
    name: 'data_pipelines.collector.stale',
    description: '1 where what is known may be out of date, otherwise 0',
    type: 'gauge',
    value: ({ state }, { status }) =>
      status === 'live' && state === 'live' ? 0 : 1,
  },
  {
    name: 'data_pipelines.collector.lists',
    description: 'Full reads',
    unit: '{list}',
    type: 'counter',
    value: ({ lists }) => lists,
  },
  {
    name: 'data_pipelines.collector.watch_restarts',
    description: 'Watches that were opened again',
    unit: '{watch}',
    type: 'counter',
    value: ({ watchRestarts }) => watchRestarts,
  },
  {
    name: 'data_pipelines.collector.throttled',
    description: 'Times that the cluster asked to wait (HTTP 429)',
    unit: '{response}',
    type: 'counter',
    value: ({ throttled }) => throttled,
  },
  {
    name: 'data_pipelines.collector.received',
    description: 'Read from the cluster',
    unit: 'By',
    type: 'counter',
    value: ({ bytes }) => bytes,
  },
];

/**
 * Offers what the collector counts to whatever collects the portal's metrics,
 * by cluster and kind. Costs nothing until somebody asks.
 */
export function offerCollectorMetrics(options: {
  metrics: MetricsService;
  status: () => CollectorStatus;
}): void {
  const { metrics, status } = options;
  for (const { name, description, unit, type, value } of METRICS) {
    const instrument =
      type === 'gauge'
        ? metrics.createObservableGauge<Attributes>(name, { description, unit })
        : metrics.createObservableCounter<Attributes>(name, {
            description,
            unit,
          });
    instrument.addCallback(result => {
      const now = Date.now();
      for (const cluster of status().clusters) {
        for (const resource of cluster.resources) {
          // Kinds that a cluster does not have are no news.
          if (resource.state === 'absent') continue;
          const observed = value(resource, cluster, now);
          if (observed !== undefined) {
            result.observe(observed, {
              cluster: cluster.name,
              kind: resource.resource,
            });
          }
        }
      }
    });
  }
}
