import fs from 'node:fs/promises';
import path from 'node:path';
import {
  resolveSafeChildPath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATION_ENVIRONMENTS,
  parseEnvironments,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { withClone } from '../git/withClone';
import { explainUnread } from '../hosts/explainUnread';
import { isHostKind } from '../hosts/words';
import {
  HostedRepository,
  LocalRepository,
  PipelineRepositories,
} from '../repositories/PipelineRepositories';

/** Brings the files of a pipeline of the catalog into the workspace. */
export function createFetchAction(options: {
  repositories: PipelineRepositories;
  urlReader: UrlReaderService;
}) {
  const { repositories, urlReader } = options;
  return createTemplateAction({
    id: 'data-pipelines:fetch',
    description:
      "Fetches a pipeline's repository, from its Git host or from the portal's own disk, into the workspace",
    supportsDryRun: true,
    examples: [
      {
        description: 'The files of the pipeline that somebody picked',
        example: `steps:
  - id: fetch
    name: Fetch the pipeline
    action: data-pipelines:fetch
    input:
      entityRef: \${{ parameters.pipeline }}
`,
      },
    ],
    schema: {
      input: {
        entityRef: z =>
          z.string({ description: 'The pipeline in the catalog' }),
        targetPath: z =>
          z.string({ description: 'Folder in the workspace' }).optional(),
      },
      output: {
        name: z => z.string({ description: 'Name of the pipeline' }),
        kind: z =>
          z.string({
            description: 'local, or the kind of the Git host: github, gitlab …',
          }),
        repoUrl: z =>
          z
            .string({ description: 'As publish:github:pull-request wants it' })
            .optional(),
        branch: z =>
          z.string({ description: 'Branch that the catalog reads' }).optional(),
        folder: z =>
          z.string({ description: "The pipeline's folder in its repository" }),
        environments: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      const { entity, repository } = await repositories.find(
        ctx.input.entityRef,
        await ctx.getInitiatorCredentials(),
      );
      const target = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      await empty(target);
      if (isLocal(repository)) {
        await fetchLocal(repository, target);
      } else {
        const { kind, repoUrl } = repository;
        const tree = await urlReader
          .readTree(repository.target)
          .catch(error => {
            throw repoUrl && isHostKind(kind)
              ? explainUnread(error, kind, repoUrl)
              : error;
          });
        await tree.dir({ targetDir: target });
        if (repoUrl) ctx.output('repoUrl', repoUrl);
        if (repository.branch) ctx.output('branch', repository.branch);
      }
      ctx.output('kind', repository.kind);
      ctx.output('folder', repository.folder ?? '');
      ctx.output('name', entity.metadata.name);
      ctx.output(
        'environments',
        parseEnvironments(
          entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
        ).map(({ name }) => name),
      );
      ctx.logger.info(`Fetched the pipeline ${entity.metadata.name}`);
    },
  });
}

function isLocal(
  repository: LocalRepository | HostedRepository,
): repository is LocalRepository {
  return repository.kind === 'local';
}

/** A retried task begins with what it had. */
async function empty(directory: string) {
  await fs.mkdir(directory, { recursive: true });
  for (const entry of await fs.readdir(directory)) {
    await fs.rm(path.join(directory, entry), { recursive: true });
  }
}

/** What is committed; a working tree may hold more. */
async function fetchLocal(
  { root, folder }: LocalRepository,
  target: string,
): Promise<void> {
  await withClone(root, async clone => {
    await fs.rm(path.join(clone, '.git'), { recursive: true });
    await fs.cp(path.join(clone, folder), target, { recursive: true });
  });
}
