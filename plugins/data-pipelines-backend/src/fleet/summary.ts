import {
  EnvironmentView,
  PipelineSummary,
  Verdict,
  worstVerdict,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../declared/declaredPipeline';

/** The verdict over all environments of a pipeline. */
export function pipelineVerdict(
  pipeline: DeclaredPipeline,
  environments: readonly EnvironmentView[],
): Verdict {
  if (pipeline.problem) {
    return {
      health: 'Unknown',
      reason: 'BadAnnotation',
      message: pipeline.problem,
      nextStep: 'Correct it in catalog-info.yaml.',
    };
  }
  return worstVerdict(
    environments.map(({ environment, verdict }) => ({
      environment: environment.name,
      verdict,
    })),
  );
}

/** The row of a pipeline in the fleet. */
export function pipelineSummary(
  pipeline: DeclaredPipeline,
  environments: readonly EnvironmentView[],
): PipelineSummary {
  const { entityRef, name, title, owner, jobs, topics } = pipeline;
  const has = (engine: 'flink' | 'spark') =>
    jobs.some(job => job.engine === engine);
  return {
    entityRef,
    name,
    title,
    owner,
    engines: [
      ...(topics.length > 0 ? (['kafka'] as const) : []),
      ...(has('flink') ? (['flink'] as const) : []),
      ...(has('spark') ? (['spark'] as const) : []),
    ],
    verdict: pipelineVerdict(pipeline, environments),
    environments: environments.map(({ environment, verdict }) => ({
      environment,
      verdict,
    })),
    changedAt: environments
      .flatMap(({ changedAt }) => changedAt ?? [])
      .sort((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1),
  };
}
