import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { applyEdit } from '../edit/applyEdit';
import { promote } from '../edit/promote';
import { Settings } from '../settings';

/** Adds an environment to a pipeline's repository. */
export function createPromoteAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:promote',
    description:
      "Adds an environment to a pipeline's repository, whose jobs start empty or from savepoints of another one",
    supportsDryRun: true,
    examples: [
      {
        description: 'To production, with the state that a job has elsewhere',
        example: `steps:
  - id: edit
    name: Add the environment
    action: data-pipelines:promote
    input:
      target:
        environment: prod
        cluster: west
        namespace: orders
      profile: prod
      savepoints:
        - job: sum
          path: s3://state/orders/staging/sum/savepoints/savepoint-7f3a
`,
      },
    ],
    schema: {
      input: {
        target: z =>
          z
            .object({
              environment: z.string({ description: 'Its name' }),
              cluster: z.string({ description: 'Its name in the portal' }),
              namespace: z.string(),
            })
            .describe('Where the pipeline goes'),
        profile: z =>
          z
            .enum(['dev', 'prod', 'regulated'], {
              description:
                "How strict the checks are; by the environment's name where it is open",
            })
            .optional(),
        kafka: z =>
          z
            .object({
              cluster: z.string(),
              namespace: z.string(),
              bootstrapServers: z.string().optional(),
              authentication: z
                .enum(['none', 'scram-sha-512', 'tls'])
                .optional(),
            })
            .passthrough()
            .describe('Its Kafka; that of values.yaml where it is open')
            .optional(),
        storageRoot: z =>
          z
            .string({
              description:
                'Folder of all pipelines there; that of values.yaml where it is open',
            })
            .optional(),
        savepoints: z =>
          z
            .array(
              z.object({
                job: z.string({ description: 'A Flink job' }),
                path: z.string({ description: 'Folder of the savepoint' }),
              }),
            )
            .describe('What jobs start from; the others start empty')
            .optional(),
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
      },
      output: {
        changed: z =>
          z.boolean({
            description: 'false where the environment is there already',
          }),
        branch: z => z.string({ description: 'A name for the branch' }),
        title: z => z.string({ description: 'What was done' }),
        effect: z =>
          z.string({ description: 'What it does in each environment' }),
        written: z =>
          z.array(z.string(), { description: 'Files that are new or changed' }),
        removed: z =>
          z.array(z.string(), { description: 'Files that are gone' }),
      },
    },
    async handler(ctx) {
      const { sourcePath = '.', ...answers } = ctx.input;
      const { environment } = answers.target;
      const { changed, written, removed, effect } = await applyEdit({
        directory: resolveSafeChildPath(ctx.workspacePath, sourcePath),
        helm: settings.helm,
        logger: ctx.logger,
        edit: files => promote(files, answers),
      });
      ctx.output('changed', changed);
      ctx.output('written', written);
      ctx.output('removed', removed);
      ctx.output('effect', effect);
      ctx.output('branch', `headworks/promote-${environment}`);
      ctx.output('title', `Add the environment ${environment}`);
    },
  });
}
