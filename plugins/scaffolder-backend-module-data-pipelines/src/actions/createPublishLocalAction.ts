import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { commitAll, CommitOptions, git } from '../git/git';
import { Settings } from '../settings';
import { madeByTask } from '../repositories/madeByTask';

/** Puts the workspace into a real Git repository on this machine; for the playground. */
export function createPublishLocalAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:publish:local',
    description:
      "Commits the workspace to a new Git repository on the portal's own disk (playground)",
    schema: {
      input: {
        name: z => z.string({ description: 'Name of the repository' }),
        sourcePath: z =>
          z.string({ description: 'Folder in the workspace' }).optional(),
      },
      output: {
        repositoryPath: z => z.string(),
        catalogInfoPath: z => z.string(),
        commit: z => z.string(),
      },
    },
    async handler(ctx) {
      const { name, sourcePath = '.' } = ctx.input;
      if (!settings.localRepositories) {
        throw new InputError(
          'This portal keeps no local repositories; choose a Git host instead, or set dataPipelines.scaffolder.localRepositories (playground only)',
        );
      }
      const source = resolveSafeChildPath(ctx.workspacePath, sourcePath);
      const target = resolveSafeChildPath(settings.localRepositories, name);
      if (path.dirname(target) !== path.resolve(settings.localRepositories)) {
        throw new InputError(
          `About › Name: "${name}" is not the name of a folder`,
        );
      }
      const commit = (await madeByTask(target, ctx.task.id))
        ? await git(target, 'rev-parse', 'HEAD')
        : await create(source, target, {
            user: ctx.user?.ref,
            title: 'Create the pipeline',
            task: ctx.task.id,
          });
      ctx.logger.info(`Committed ${commit} to ${target}`);
      ctx.output('repositoryPath', target);
      ctx.output('catalogInfoPath', path.join(target, 'catalog-info.yaml'));
      ctx.output('commit', commit);
    },
  });
}

/** Whole or not at all. */
async function create(
  source: string,
  target: string,
  options: CommitOptions,
): Promise<string> {
  const half = `${target}.half-${options.task}`;
  try {
    await fs.cp(source, half, { recursive: true });
    await git(half, 'init', '--quiet', '--initial-branch=main');
    const commit = await commitAll(half, options);
    await fs.rename(half, target).catch(error => {
      if (['ENOTEMPTY', 'EEXIST'].includes(error.code)) {
        const name = path.basename(target);
        throw new ConflictError(
          `About › Name: the repository "${name}" exists already; choose another name`,
        );
      }
      throw error;
    });
    return commit;
  } finally {
    await fs.rm(half, { recursive: true, force: true });
  }
}
