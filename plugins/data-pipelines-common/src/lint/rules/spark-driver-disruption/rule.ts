import { SparkJob, sparkJobs, sparkValue } from '../../kinds/spark';
import { selects } from '../../kinds/openPeers';
import { Selector } from '../../kinds/networkPolicy';
import { LintRule } from '../../lintRule';
import { RenderedPipeline } from '../../RenderedPipeline';
import { violation } from '../../violation';

const STAY: Readonly<Record<string, string>> = {
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
  'karpenter.sh/do-not-disrupt': 'true',
  'karpenter.sh/do-not-evict': 'true',
};

export const rule: LintRule = {
  id: 'spark-driver-disruption',
  summary: 'Nobody drains the node under a driver that has worked for hours.',
  why: 'An autoscaler that packs nodes more tightly evicts the driver, and the run begins anew.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(job => !stays(job) && !hasBudget(pipeline, job))
      .flatMap(job =>
        violation(job.object, {
          path: `${job.driver.at}.metadata.annotations`,
          problem: `the driver of ${job.name} may be evicted to pack nodes more tightly`,
          remedy:
            "Set podDisruptionBudget.enabled to true, or cluster-autoscaler.kubernetes.io/safe-to-evict: 'false' in driver.pod.annotations.",
          value: sparkValue(job, 'podDisruptionBudget.enabled'),
        }),
      ),
};

function stays({ driver }: SparkJob): boolean {
  const given = driver.template.metadata?.annotations ?? {};
  return Object.entries(STAY).some(([key, value]) => given[key] === value);
}

function hasBudget(pipeline: RenderedPipeline, { driver, object }: SparkJob) {
  const labels = {
    ...driver.template.metadata?.labels,
    'spark-role': 'driver',
  };
  return pipeline
    .all<{ selector?: Selector }>('policy', 'PodDisruptionBudget')
    .some(
      ({ spec, metadata }) =>
        metadata.namespace === object.metadata.namespace &&
        selects(spec.selector, labels),
    );
}
