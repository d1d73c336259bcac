import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { HEALTHS } from '@headworks/backstage-plugin-data-pipelines-common';
import { PipelineService } from '../service/PipelineService';
import { PIPELINE_INPUT, pipelineRef } from './pipelineRef';
import { problemsOf } from './problemsOf';
import { silentClusters } from './silentClusters';

/** Tells an agent or a script what is wrong with a pipeline and what to do. */
export function registerExplainPipeline(options: {
  actionsRegistry: ActionsRegistryService;
  service: Pick<PipelineService, 'view'>;
}) {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'explain-pipeline',
    title: 'Explain the verdict of a data pipeline',
    description: `
Says how healthy a data pipeline is in each environment, what the cause is when it is not, and what to do next.
The cause is the broken part that is first in the dataflow: a Kafka cluster that is down, not the jobs that fail because of it. "problems" has every part that is not Healthy, each with its own next step.
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          pipeline: z.string().describe(PIPELINE_INPUT),
          environment: z
            .string()
            .optional()
            .describe('Only this environment, such as "prod"'),
        }),
      output: z => {
        const report = {
          health: z.enum(HEALTHS),
          reason: z.string().describe('A stable code, such as "JobFailed"'),
          message: z.string().describe('One sentence: what is wrong and where'),
          nextStep: z.string().optional().describe('What to do about it'),
          since: z.string().optional().describe('When it began (ISO 8601)'),
        };
        const verdict = {
          ...report,
          cause: z
            .string()
            .optional()
            .describe(
              'Ref of the part that is behind it, of those in problems',
            ),
          stale: z
            .boolean()
            .optional()
            .describe(
              'The cluster does not answer: this is what was known last',
            ),
        };
        return z.object({
          pipeline: z.string().describe('Entity ref'),
          ...verdict,
          environments: z.array(
            z.object({
              name: z.string(),
              cluster: z.string(),
              namespace: z.string(),
              ...verdict,
              healthyParts: z.number().describe('How many parts are Healthy'),
              problems: z.array(
                z.object({
                  part: z.string().describe('Such as "topic clicks"'),
                  ...report,
                  entityRef: z.string().optional(),
                  object: z
                    .string()
                    .optional()
                    .describe(
                      'The object in the cluster; absent where it is missing',
                    ),
                }),
              ),
            }),
          ),
          silentClusters: z
            .array(z.string())
            .describe('A sentence for each cluster that does not answer now'),
        });
      },
    },
    examples: [
      {
        title: 'Why a pipeline does not work',
        input: { pipeline: 'clickstream' },
      },
      {
        title: 'The same for production alone',
        input: {
          pipeline: 'component:default/clickstream',
          environment: 'prod',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { value } = await service.view(
        pipelineRef(input.pipeline),
        credentials,
      );
      const view = value();
      const wanted = view.environments.filter(
        ({ environment }) =>
          (input.environment ?? environment.name) === environment.name,
      );
      if (input.environment !== undefined && wanted.length === 0) {
        throw new InputError(
          `environment: ${view.entityRef} has no ${
            input.environment
          }; choose of ${view.environments
            .map(({ environment }) => environment.name)
            .join(', ')}`,
        );
      }
      const verdict =
        input.environment === undefined ? view.verdict : wanted[0].verdict;
      return {
        output: {
          pipeline: view.entityRef,
          ...verdict,
          environments: wanted.map(one => {
            const problems = problemsOf(one);
            const parts = [one.jobs, one.topics, one.kafka, one.others].flat();
            return {
              name: one.environment.name,
              cluster: one.environment.cluster,
              namespace: one.environment.namespace,
              ...one.verdict,
              healthyParts: parts.length - problems.length,
              problems,
            };
          }),
          silentClusters: silentClusters(view.clusters),
        },
      };
    },
  });
}
