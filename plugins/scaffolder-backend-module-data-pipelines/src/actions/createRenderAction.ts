import fs from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describeProblems,
  generatePipeline,
  loadCharts,
  validateSpec,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import {
  BackstageCredentials,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import {
  PipelineAnswers,
  answersToForm,
  formProblems,
  formToSpec,
  toFormProblem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { madeByTask } from '../repositories/madeByTask';
import { Settings } from '../settings';

/** Renders the repository of a pipeline from the wizard's form. */
export function createRenderAction(options: {
  settings: Settings;
  catalog: CatalogService;
}) {
  const { settings, catalog } = options;
  return createTemplateAction({
    id: 'data-pipelines:render',
    description:
      'Renders the Helm chart, catalog description and README of a data pipeline into the workspace',
    supportsDryRun: true,
    schema: {
      input: {
        form: z =>
          z.object({}, { description: "The wizard's answers" }).passthrough(),
        targetPath: z =>
          z.string({ description: 'Folder in the workspace' }).optional(),
      },
      output: {
        name: z => z.string(),
      },
    },
    async handler(ctx) {
      const form = answersToForm(ctx.input.form as PipelineAnswers);
      const charts = await loadCharts(settings.chartsDirectory);
      const spec = formToSpec(form);
      const problems = [
        ...formProblems(form),
        ...validateSpec(spec, charts).map(toFormProblem),
      ];
      if (problems.length > 0) {
        throw new InputError(describeProblems(problems));
      }
      const { name } = spec.pipeline;
      await refuseTaken({
        name,
        task: ctx.task.id,
        catalog,
        localRepositories: settings.localRepositories,
        credentials: await ctx.getInitiatorCredentials(),
      });
      const files = generatePipeline({ spec, charts });
      const target = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      await writeFiles(target, files);
      ctx.logger.info(`Rendered ${files.length} files of pipeline ${name}`);
      ctx.output('name', name);
    },
  });
}

async function refuseTaken(options: {
  name: string;
  task: string;
  catalog: CatalogService;
  localRepositories: string | undefined;
  credentials: BackstageCredentials;
}) {
  const { name, task, catalog, localRepositories, credentials } = options;
  const folder = localRepositories && path.join(localRepositories, name);
  if (folder && (await madeByTask(folder, task))) return;
  const exists =
    folder !== undefined &&
    (await fs.access(folder).then(
      () => true,
      () => false,
    ));
  const entityRef = `component:default/${name}`;
  if (exists || (await catalog.getEntityByRef(entityRef, { credentials }))) {
    throw new ConflictError(
      `About › Name: "${name}" exists already; choose another name`,
    );
  }
}
