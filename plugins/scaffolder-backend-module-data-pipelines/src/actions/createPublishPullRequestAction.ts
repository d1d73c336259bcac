import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { commitMessage } from '../git/commitMessage';
import { GitHubAccess } from '../gitHub/GitHubAccess';
import { openPullRequest } from '../gitHub/openPullRequest';
import { PipelineRepositories } from '../repositories/PipelineRepositories';

/** Opens a pull request on GitHub with what an edit changed, and nothing else. */
export function createPublishPullRequestAction(options: {
  repositories: PipelineRepositories;
  gitHub: GitHubAccess;
}) {
  const { repositories, gitHub } = options;
  return createTemplateAction({
    id: 'data-pipelines:publish:pull-request',
    description:
      "Opens a pull request in a pipeline's repository on GitHub with the files that an edit changed, or brings the one of the same branch up to date",
    supportsDryRun: true,
    examples: [
      {
        description: 'A pull request with what an upgrade changed',
        example: `steps:
  - id: pullRequest
    name: Open a pull request
    action: data-pipelines:publish:pull-request
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
          z.string({ description: 'Of the pull request and its commit' }),
        description: z =>
          z.string({ description: 'Text of the pull request, Markdown' }),
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
        remoteUrl: z =>
          z.string({ description: 'Address of the pull request' }),
        pullRequestNumber: z => z.number(),
      },
    },
    async handler(ctx) {
      const { entityRef, written, removed = [], title } = ctx.input;
      const { repository } = await repositories.find(
        entityRef,
        await ctx.getInitiatorCredentials(),
      );
      if (!('repoUrl' in repository) || !repository.branch) {
        throw new InputError(
          `Pipeline: its repository is not on GitHub but of kind ${repository.kind}; open the pull request with a step of that host's publishing action`,
        );
      }
      const source = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const placed = (file: string) => {
        const at = resolveSafeChildPath(source, file);
        return { at, path: path.posix.join(repository.folder ?? '', file) };
      };
      const files = written.map(placed).map(async file => ({
        path: file.path,
        content: await fs.readFile(file.at, 'utf8'),
      }));
      const asked = ctx.user?.ref && `Asked for by ${ctx.user.ref}.`;
      const wish = {
        base: repository.branch,
        branch: ctx.input.branch,
        title,
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
      const access = await gitHub.open(repository.repoUrl!, ctx.input.token);
      const pullRequest = await openPullRequest(access, wish);
      ctx.logger.info(`The pull request is ${pullRequest.html_url}`);
      ctx.output('remoteUrl', pullRequest.html_url);
      ctx.output('pullRequestNumber', pullRequest.number);
    },
  });
}
