import { createHash } from 'node:crypto';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { changeJob } from '@headworks/backstage-plugin-data-pipelines-node';
import { applyEdit } from '../edit/applyEdit';
import { Settings } from '../settings';

/** Changes values of a job in a pipeline's repository. */
export function createEditJobAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:edit:job',
    description:
      "Changes a job in one environment's values file, whose comments stay, and logs what that does to the running job",
    supportsDryRun: true,
    examples: [
      {
        description: 'A new image for production',
        example: `steps:
  - id: edit
    name: Change the job
    action: data-pipelines:edit:job
    input:
      environment: prod
      job: sum
      image: registry.example/orders:1.4
`,
      },
    ],
    schema: {
      input: {
        environment: z => z.string({ description: 'Whose values file' }),
        job: z => z.string({ description: 'Its name in the values' }),
        image: z =>
          z.string({ description: 'With a tag or a digest' }).optional(),
        parallelism: z =>
          z.number({ description: 'Of a Flink job' }).int().min(1).optional(),
        values: z =>
          z
            .string({ description: 'YAML, written as in a values file' })
            .optional(),
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
      },
      output: {
        changed: z =>
          z.boolean({ description: 'false where it is like this already' }),
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
      const { sourcePath = '.', ...change } = ctx.input;
      const { environment, job } = change;
      const { changed, written, removed, effect } = await applyEdit({
        directory: resolveSafeChildPath(ctx.workspacePath, sourcePath),
        helm: settings.helm,
        logger: ctx.logger,
        edit: files => changeJob(files, change),
      });
      ctx.output('changed', changed);
      ctx.output('written', written);
      ctx.output('removed', removed);
      ctx.output('effect', effect);
      // Another change of the same job is another branch.
      const id = createHash('sha256').update(JSON.stringify(change));
      ctx.output(
        'branch',
        `headworks/change-${job}-${environment}-${id
          .digest('hex')
          .slice(0, 8)}`,
      );
      ctx.output('title', `Change ${job} in ${environment}`);
    },
  });
}
