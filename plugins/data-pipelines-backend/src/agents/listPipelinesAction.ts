import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { HEALTHS } from '@headworks/backstage-plugin-data-pipelines-common';
import { PipelineService } from '../service/PipelineService';
import { silentClusters } from './silentClusters';

const MOST = 100;
const USUALLY = 20;
const ENGINES = ['kafka', 'flink', 'spark'] as const;

/** Lets an agent or a script find pipelines, the worst first. */
export function registerListPipelines(options: {
  actionsRegistry: ActionsRegistryService;
  service: Pick<PipelineService, 'list'>;
}) {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'list-pipelines',
    title: 'List data pipelines',
    description: `
Lists the data pipelines (Kafka, Flink, Spark) that you may see, each with one verdict: how healthy it is and, in one sentence, why.
The worst come first. Several values of one filter mean any of them; several filters mean all of them.
To learn what to do about a pipeline that is not Healthy, use explain-pipeline.
    `.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          health: z
            .array(z.enum(HEALTHS))
            .optional()
            .describe('Only pipelines with one of these verdicts'),
          owner: z
            .array(z.string())
            .optional()
            .describe(
              'Only of these owners: entity refs, such as "group:default/web"',
            ),
          environment: z
            .array(z.string())
            .optional()
            .describe(
              'Only pipelines that have one of these environments, such as "prod"',
            ),
          cluster: z
            .array(z.string())
            .optional()
            .describe('Only pipelines that run in one of these clusters'),
          engine: z
            .array(z.enum(ENGINES))
            .optional()
            .describe('Only pipelines that use one of these'),
          text: z
            .string()
            .optional()
            .describe(
              'Words in the name, the title or the sentence of the verdict',
            ),
          limit: z
            .number()
            .int()
            .min(1)
            .max(MOST)
            .default(USUALLY)
            .describe('How many at most'),
          cursor: z
            .string()
            .optional()
            .describe(
              'The nextCursor of the answer before, for those that follow',
            ),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many there are with these filters'),
          nextCursor: z
            .string()
            .optional()
            .describe(
              'Ask with it for those that follow; absent where none do',
            ),
          pipelines: z.array(
            z.object({
              pipeline: z.string().describe('Entity ref'),
              title: z.string().optional(),
              owner: z.string().optional().describe('Entity ref'),
              health: z.enum(HEALTHS),
              reason: z.string().describe('A stable code, such as "JobFailed"'),
              message: z
                .string()
                .describe('One sentence: what is wrong and where'),
              since: z.string().optional().describe('When it began (ISO 8601)'),
              stale: z
                .boolean()
                .optional()
                .describe(
                  'The cluster does not answer: this is what was known last',
                ),
              environments: z.array(
                z.object({
                  name: z.string(),
                  cluster: z.string(),
                  namespace: z.string(),
                  health: z.enum(HEALTHS),
                }),
              ),
            }),
          ),
          silentClusters: z
            .array(z.string())
            .describe('A sentence for each cluster that does not answer now'),
        }),
    },
    examples: [
      {
        title: 'What does not work in production',
        input: {
          health: ['Degraded', 'Missing'],
          environment: ['prod'],
          limit: USUALLY,
        },
      },
      {
        title: 'The pipelines of a team',
        input: { owner: ['group:default/web'], limit: USUALLY },
      },
    ],
    action: async ({ input, credentials }) => {
      const { value } = await service.list(input, credentials);
      const { items, total, nextCursor, clusters } = value();
      return {
        output: {
          total,
          nextCursor,
          pipelines: items.map(
            ({ entityRef, title, owner, verdict, environments }) => ({
              pipeline: entityRef,
              title,
              owner,
              health: verdict.health,
              reason: verdict.reason,
              message: verdict.message,
              since: verdict.since,
              stale: verdict.stale,
              environments: environments.map(one => ({
                name: one.environment.name,
                cluster: one.environment.cluster,
                namespace: one.environment.namespace,
                health: one.verdict.health,
              })),
            }),
          ),
          silentClusters: silentClusters(clusters),
        },
      };
    },
  });
}
