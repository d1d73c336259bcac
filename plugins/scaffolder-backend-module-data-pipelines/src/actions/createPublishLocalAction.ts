import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Settings } from '../settings';

const run = promisify(execFile);

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
      const half = `${target}.half-${ctx.task.id}`;
      try {
        await fs.cp(source, half, { recursive: true });
        const commit = await commitAll(half, ctx.user?.ref ?? 'unknown');
        await fs.rename(half, target).catch(error => {
          if (['ENOTEMPTY', 'EEXIST'].includes(error.code)) {
            throw new ConflictError(
              `About › Name: the repository "${name}" exists already; choose another name`,
            );
          }
          throw error;
        });
        ctx.logger.info(`Committed ${commit} to ${target}`);
        ctx.output('repositoryPath', target);
        ctx.output('catalogInfoPath', path.join(target, 'catalog-info.yaml'));
        ctx.output('commit', commit);
      } finally {
        await fs.rm(half, { recursive: true, force: true });
      }
    },
  });
}

async function commitAll(directory: string, user: string): Promise<string> {
  const name = user.replace(/[<>\n]/g, '');
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', directory, ...args], {
      // The repository must not depend on the settings of whoever runs the portal.
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: 'portal@localhost',
        GIT_COMMITTER_NAME: 'Headworks',
        GIT_COMMITTER_EMAIL: 'portal@localhost',
      },
    });
    return stdout.trim();
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'Create the pipeline');
  return git('rev-parse', 'HEAD');
}
