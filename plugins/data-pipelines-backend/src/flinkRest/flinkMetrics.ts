import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Outcome } from './ClusterPoll';

// Types, not interfaces: attributes are records, which interfaces are not.
type OfCluster = { cluster: string };
type OfReason = { cluster: string; reason: string };

/** Counts how Flinks are asked, for whatever collects the portal's metrics. */
export function countFlinkPolls(
  metrics: MetricsService,
): (outcome: Outcome) => void {
  const asked = metrics.createCounter<OfCluster>('data_pipelines.flink.asked', {
    description: 'Rounds in which a Flink cluster was asked for its jobs',
    unit: '{round}',
  });
  const unanswered = metrics.createCounter<OfReason>(
    'data_pipelines.flink.unanswered',
    {
      description: 'Rounds in which it gave no answer',
      unit: '{round}',
    },
  );
  const duration = metrics.createHistogram<OfCluster>(
    'data_pipelines.flink.duration',
    { description: 'Time until all of it had answered', unit: 's' },
  );
  return ({ cluster, took, unanswered: reason }) => {
    asked.add(1, { cluster });
    duration.record(took / 1000, { cluster });
    if (reason) unanswered.add(1, { cluster, reason });
  };
}
