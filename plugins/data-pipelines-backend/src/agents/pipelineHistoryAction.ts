import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { toCursor, fromCursor } from '../history/cursor';
import { HistoryStore } from '../history/HistoryStore';
import { PipelineService } from '../service/PipelineService';
import { PIPELINE_INPUT, pipelineRef } from './pipelineRef';

const MOST = 100;
const USUALLY = 20;
const KINDS = [
  'transition',
  'run',
  'restart',
  'upgrade',
  'snapshot',
  'event',
] as const;

/** Tells an agent or a script what happened to a pipeline. */
export function registerPipelineHistory(options: {
  actionsRegistry: ActionsRegistryService;
  service: Pick<PipelineService, 'view'>;
  store: Pick<HistoryStore, 'page'>;
}) {
  const { actionsRegistry, service, store } = options;
  actionsRegistry.register({
    name: 'pipeline-history',
    title: 'History of a data pipeline',
    description: `
Says what happened to a data pipeline, newest first: changes of health (transition), runs, restarts, upgrades with the fields that changed, snapshots (savepoints and checkpoints) and events of Kubernetes with their counts.
It goes back further than Kubernetes remembers.
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
          kinds: z
            .array(z.enum(KINDS))
            .optional()
            .describe('Only these kinds of happenings'),
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
              'The nextCursor of the answer before, for what was earlier',
            ),
        }),
      output: z =>
        z.object({
          items: z.array(
            z
              .object({
                at: z.string().describe('When (ISO 8601)'),
                kind: z.enum(KINDS),
                environment: z.string(),
                cluster: z.string(),
                entityRef: z
                  .string()
                  .optional()
                  .describe('The job or topic, where it is in the catalog'),
                object: z
                  .string()
                  .describe(
                    'Such as "FlinkDeployment/pipelines/clickstream-sessionize"',
                  ),
              })
              .passthrough(),
          ),
          nextCursor: z
            .string()
            .optional()
            .describe(
              'Ask with it for what was earlier; absent where nothing was',
            ),
        }),
    },
    examples: [
      {
        title: 'What changed lately',
        input: {
          pipeline: 'clickstream',
          kinds: ['transition', 'upgrade'],
          limit: USUALLY,
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { environment, kinds, limit, cursor } = input;
      // Throws where the caller may not see it.
      const { value } = await service.view(
        pipelineRef(input.pipeline),
        credentials,
      );
      const { items, next } = await store.page({
        of: { pipelineRef: value().entityRef },
        environment,
        kinds: kinds?.length ? kinds : undefined,
        limit,
        after: cursor === undefined ? undefined : fromCursor(cursor),
      });
      return {
        output: {
          items: items.map(item => ({ ...item })),
          nextCursor: next && toCursor(next),
        },
      };
    },
  });
}
