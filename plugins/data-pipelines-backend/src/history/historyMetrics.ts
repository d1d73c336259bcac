import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { HistoryWriterView } from '@headworks/backstage-plugin-data-pipelines-common';

interface Metric {
  name: string;
  description: string;
  unit: string;
  /** A gauge goes up and down; a counter only up. */
  type: 'gauge' | 'counter';
  value: (writer: HistoryWriterView) => number;
}

const METRICS: readonly Metric[] = [
  {
    name: 'data_pipelines.history.waiting',
    description: 'What happened and is not in the database yet',
    unit: '{fact}',
    type: 'gauge',
    value: ({ waiting }) => waiting,
  },
  {
    name: 'data_pipelines.history.oldest_waiting',
    description: 'How long the first of it has waited',
    unit: 's',
    type: 'gauge',
    value: ({ waitingSince }) =>
      waitingSince ? (Date.now() - Date.parse(waitingSince)) / 1000 : 0,
  },
  {
    name: 'data_pipelines.history.written',
    description: 'What was written',
    unit: '{fact}',
    type: 'counter',
    value: ({ written }) => written,
  },
  {
    name: 'data_pipelines.history.batches',
    description: 'Transactions that wrote it',
    unit: '{transaction}',
    type: 'counter',
    value: ({ batches }) => batches,
  },
  {
    name: 'data_pipelines.history.failures',
    description: 'Transactions that failed, each tried again',
    unit: '{transaction}',
    type: 'counter',
    value: ({ failures }) => failures,
  },
  {
    name: 'data_pipelines.history.dropped',
    description: 'What found no room, or was refused by the database',
    unit: '{fact}',
    type: 'counter',
    value: ({ dropped }) => dropped,
  },
];

/** Offers how the history is written to whatever collects the portal's metrics. */
export function offerHistoryMetrics(options: {
  metrics: MetricsService;
  writer: () => HistoryWriterView;
}): void {
  const { metrics, writer } = options;
  for (const { name, description, unit, type, value } of METRICS) {
    const instrument =
      type === 'gauge'
        ? metrics.createObservableGauge(name, { description, unit })
        : metrics.createObservableCounter(name, { description, unit });
    instrument.addCallback(result => result.observe(value(writer())));
  }
}
