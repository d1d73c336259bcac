import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { commitAll, git } from '../git/git';
import { withClone } from '../git/withClone';
import {
  LocalRepository,
  PipelineRepositories,
} from '../repositories/PipelineRepositories';

/** Puts the workspace on a branch of a pipeline's local repository; for the playground. */
export function createPublishBranchAction(options: {
  repositories: PipelineRepositories;
}) {
  const { repositories } = options;
  return createTemplateAction({
    id: 'data-pipelines:publish:branch',
    description:
      "Commits the workspace to a branch of a pipeline's repository on the portal's own disk (playground)",
    supportsDryRun: true,
    examples: [
      {
        description: 'A branch to review, in place of a pull request',
        example: `steps:
  - id: publish
    name: Push a branch
    action: data-pipelines:publish:branch
    input:
      entityRef: \${{ parameters.pipeline }}
      branch: headworks/upgrade-0.2.0
      title: Upgrade to the charts 0.2.0
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
        title: z => z.string({ description: 'First line of the commit' }),
        description: z =>
          z.string({ description: 'Its other lines' }).optional(),
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
      },
      output: {
        branch: z => z.string({ description: 'The branch that was pushed' }),
        commit: z => z.string(),
        command: z =>
          z.string({ description: 'How to look at it, and how to take it' }),
      },
    },
    async handler(ctx) {
      const { entityRef, branch, sourcePath = '.' } = ctx.input;
      const { repository } = await repositories.find(
        entityRef,
        await ctx.getInitiatorCredentials(),
      );
      if (repository.kind !== 'local') {
        throw new InputError(
          `Pipeline: its repository is on a host of kind ${repository.kind}, where this template opens no pull or merge requests; add a step with that host's publishing action to the template`,
        );
      }
      const { root, folder } = repository as LocalRepository;
      await withClone(root, async clone => {
        const base = await git(clone, 'rev-parse', '--abbrev-ref', 'HEAD');
        await git(clone, 'checkout', '--quiet', '-b', branch);
        await replace(
          path.join(clone, folder),
          resolveSafeChildPath(ctx.workspacePath, sourcePath),
        );
        if ((await git(clone, 'status', '--porcelain')) === '') {
          ctx.logger.info(`${base} is like this already; there is no branch`);
          return;
        }
        const mine = await commitAll(clone, {
          user: ctx.user?.ref,
          title: ctx.input.title,
          description: ctx.input.description,
          task: ctx.task.id,
        });
        const there = await findBranch(clone, branch);
        if (there) {
          await refuseOther(clone, branch, there);
          ctx.logger.info(`The branch ${branch} is there already, like this`);
        } else if (!ctx.isDryRun) {
          await push(clone, branch, root);
          ctx.logger.info(`Pushed ${mine} to ${branch} of ${root}`);
        }
        ctx.output('branch', branch);
        ctx.output('commit', there ?? mine);
        ctx.output('command', `git -C ${root} diff ${base}...${branch}`);
      });
    },
  });
}

/** What is gone from the source is gone from the target. */
async function replace(target: string, source: string) {
  for (const entry of await fs.readdir(target)) {
    if (entry !== '.git') {
      await fs.rm(path.join(target, entry), { recursive: true });
    }
  }
  await fs.cp(source, target, {
    recursive: true,
    filter: file => path.relative(source, file) !== '.git',
  });
}

async function findBranch(clone: string, branch: string) {
  const found = await git(clone, 'ls-remote', 'origin', `refs/heads/${branch}`);
  return found.split(/\s/)[0] || undefined;
}

async function refuseOther(clone: string, branch: string, there: string) {
  await git(clone, 'fetch', '--quiet', 'origin', there);
  const [mine, other] = await Promise.all(
    ['HEAD', there].map(one => git(clone, 'rev-parse', `${one}^{tree}`)),
  );
  if (mine !== other) {
    throw new ConflictError(
      `The branch ${branch} is there already with other content; merge or delete it, then try again`,
    );
  }
}

async function push(clone: string, branch: string, root: string) {
  await git(
    clone,
    'push',
    '--quiet',
    'origin',
    `HEAD:refs/heads/${branch}`,
  ).catch(error => {
    throw new ConflictError(
      `The repository ${root} did not take the branch ${branch}; nothing was changed there. ${error.message}`,
    );
  });
}
