import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { topicObjectName } from '@headworks/backstage-plugin-data-pipelines-node';
import { addTopics } from '../edit/addTopics';
import { applyEdit } from '../edit/applyEdit';
import { Settings } from '../settings';

/** Declares more topics in a pipeline's repository. */
export function createEditTopicsAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:edit:topics',
    description:
      "Adds topics to a pipeline's values.yaml, whose comments stay, and to its catalog description",
    supportsDryRun: true,
    examples: [
      {
        description: 'One topic more for a pipeline in the workspace',
        example: `steps:
  - id: edit
    name: Add the topics
    action: data-pipelines:edit:topics
    input:
      topics:
        - name: refunds
          partitions: 6
          retention: 30d
`,
      },
    ],
    schema: {
      input: {
        topics: z =>
          z
            .array(
              z.object({
                name: z.string({ description: 'Its name in Kafka' }),
                partitions: z.number().int().min(1).optional(),
                retention: z
                  .string({ description: 'Such as 7d, 12h or 30m' })
                  .optional(),
                external: z
                  .boolean({ description: 'Somebody else declares it' })
                  .optional(),
              }),
            )
            .min(1)
            .describe('Rows of the page Topics'),
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
      },
      output: {
        changed: z =>
          z.boolean({
            description: 'false where the topics are there already',
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
      const { topics, sourcePath = '.' } = ctx.input;
      const { changed, written, removed, effect } = await applyEdit({
        directory: resolveSafeChildPath(ctx.workspacePath, sourcePath),
        helm: settings.helm,
        logger: ctx.logger,
        edit: files => addTopics(files, topics),
      });
      const [first, ...more] = topics.map(({ name }) => name);
      const others = more.length > 0 ? `-and-${more.length}-more` : '';
      ctx.output('changed', changed);
      ctx.output('written', written);
      ctx.output('removed', removed);
      ctx.output('effect', effect);
      ctx.output(
        'branch',
        `headworks/topic-${topicObjectName(first)}${others}`,
      );
      ctx.output('title', `Add ${[first, ...more].join(', ')}`);
    },
  });
}
