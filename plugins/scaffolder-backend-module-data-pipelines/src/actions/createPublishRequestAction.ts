import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { commitMessage } from '../git/commitMessage';
import { PublishWish } from '../hosts/PublishWish';
import { HostKind } from '../hosts/words';
import { PipelineRepositories } from '../repositories/PipelineRepositories';

/** A kind of Git host on which requests are opened. */
export interface RequestHost {
  /** Of the action, behind `data-pipelines:publish:`. */
  id: string;
  kind: HostKind;
  /** Such as `GitHub`. */
  name: string;
  /** Such as `pull request`. */
  request: string;
  open(
    repoUrl: string,
    token: string | undefined,
    wish: PublishWish,
  ): Promise<{ url: string; number: number }>;
}

/** Opens a request with what an edit changed, and nothing else. */
export function createPublishRequestAction(options: {
  repositories: PipelineRepositories;
  host: RequestHost;
}) {
  const { repositories, host } = options;
  const { request } = host;
  return createTemplateAction({
    id: `data-pipelines:publish:${host.id}`,
    description: `Opens a ${request} in a pipeline's repository on ${host.name} with the files that an edit changed, or brings the one of the same branch up to date`,
    supportsDryRun: true,
    examples: [
      {
        description: `A ${request} with what an upgrade changed`,
        example: `steps:
  - id: publish
    name: Open a ${request}
    action: data-pipelines:publish:${host.id}
    input:
      entityRef: \${{ parameters.pipeline }}
      branch: \${{ steps.edit.output.branch }}
      written: \${{ steps.edit.output.written }}
      removed: \${{ steps.edit.output.removed }}
      title: \${{ steps.edit.output.title }}
      description: \${{ steps.edit.output.effect }}
`,
      },
    ],
    schema: {
      input: {
        entityRef: z =>
          z.string({ description: 'The pipeline in the catalog' }),
        branch: z =>
          z
            .string({ description: 'Name of the branch, headworks/…' })
            .regex(/^headworks\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/),
        written: z =>
          z.array(z.string(), {
            description:
              "Files that are new or changed, in the pipeline's folder",
          }),
        removed: z =>
          z
            .array(z.string(), { description: 'Files that are gone' })
            .optional(),
        title: z =>
          z
            .string({ description: `Of the ${request} and its commit` })
            .trim()
            .min(1),
        description: z =>
          z.string({ description: `Text of the ${request}, Markdown` }),
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
        token: z =>
          z
            .string({
              description: "The person's own; that of integrations otherwise",
            })
            .optional(),
      },
      output: {
        remoteUrl: z => z.string({ description: `Address of the ${request}` }),
        number: z => z.number({ description: `Of the ${request}` }),
      },
    },
    async handler(ctx) {
      const { entityRef, written, removed = [], title } = ctx.input;
      const { repository } = await repositories.find(
        entityRef,
        await ctx.getInitiatorCredentials(),
      );
      if (
        repository.kind !== host.kind ||
        !('repoUrl' in repository) ||
        !repository.branch
      ) {
        throw new InputError(
          `Pipeline: its repository is not on ${host.name} but of kind ${repository.kind}; open the ${request} with a step of that host's publishing action`,
        );
      }
      const { repoUrl, branch: base, folder = '' } = repository;
      const source = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const placed = (file: string) => ({
        at: resolveSafeChildPath(source, file),
        path: path.posix.join(folder, file),
      });
      const files = written.map(placed).map(async file => ({
        path: file.path,
        content: await fs.readFile(file.at, 'utf8'),
      }));
      const asked = ctx.user?.ref && `Asked for by ${ctx.user.ref}.`;
      const wish = {
        ...{ base, folder, title, branch: ctx.input.branch },
        body: [ctx.input.description, asked].filter(Boolean).join('\n\n'),
        commitMessage: commitMessage({
          title,
          description: asked,
          task: ctx.task.id,
        }),
        written: await Promise.all(files),
        removed: removed.map(file => placed(file).path),
      };
      if (ctx.isDryRun) return;
      const { url, number } = await host.open(repoUrl!, ctx.input.token, wish);
      ctx.logger.info(`The ${request} is ${url}`);
      ctx.output('remoteUrl', url);
      ctx.output('number', number);
    },
  });
}
