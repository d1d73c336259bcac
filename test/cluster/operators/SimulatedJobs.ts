import { ClusterClient, KubernetesObject } from '../client';
import { watchLoop } from './watchLoop';

const API = '/apis/batch/v1';

interface Job extends KubernetesObject {
  spec: { suspend?: boolean; completions?: number };
  status?: { completionTime?: string };
}

/**
 * Plays the Job controller of kube-controller-manager 1.35, which the test's
 * API server goes without: every Job starts at once and succeeds at once,
 * with the conditions in the order that the API server insists on. No pod is
 * made and nothing runs; a Job never fails.
 */
export function SimulatedJobs(options: {
  client: ClusterClient;
  log: (line: string) => void;
}) {
  const { client, log } = options;
  return watchLoop<Job>({
    client,
    path: `${API}/jobs`,
    log,
    async reconcile({ metadata, spec, status }) {
      if (metadata.deletionTimestamp || spec.suspend) return;
      if (status?.completionTime) return;
      const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      const met = (type: string) => ({
        type,
        status: 'True',
        reason: 'CompletionsReached',
        message: 'Reached expected number of succeeded pods',
        lastProbeTime: now,
        lastTransitionTime: now,
      });
      await client.merge(
        `${API}/namespaces/${metadata.namespace}/jobs/${metadata.name}/status`,
        {
          status: {
            startTime: now,
            completionTime: now,
            succeeded: spec.completions ?? 1,
            ready: 0,
            terminating: 0,
            uncountedTerminatedPods: {},
            conditions: [met('SuccessCriteriaMet'), met('Complete')],
          },
        },
      );
    },
  });
}
