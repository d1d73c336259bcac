import { flinkClusters, valueOf } from '../../kinds/flink';
import { AutoscalerSpec } from '../../kinds/flinkSpecs';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-two-autoscalers',
  summary: 'One autoscaler alone decides how large a job is.',
  why: "The operator's autoscaler and a HorizontalPodAutoscaler undo each other's steps, and each step restarts the job.",
  check: pipeline => {
    const scalers = pipeline.all<AutoscalerSpec>(
      'autoscaling',
      'HorizontalPodAutoscaler',
    );
    return flinkClusters(pipeline)
      .filter(
        ({ settings }) => settings.get('job.autoscaler.enabled') === 'true',
      )
      .flatMap(job =>
        scalers
          .filter(
            ({ spec, metadata }) =>
              spec.scaleTargetRef?.kind === job.object.kind &&
              spec.scaleTargetRef.name === job.object.metadata.name &&
              metadata.namespace === job.object.metadata.namespace,
          )
          .flatMap(scaler =>
            violation(scaler, {
              path: 'spec.scaleTargetRef',
              problem: `it scales ${job.name}, which the operator's autoscaler scales, too`,
              remedy: 'Keep one of autoscaler and reactive.',
              value: valueOf(job, 'reactive'),
            }),
          ),
      );
  },
};
