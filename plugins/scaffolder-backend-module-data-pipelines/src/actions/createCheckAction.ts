import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { Settings } from '../settings';

/** Checks a rendered pipeline with real `helm lint` and `helm template`. */
export function createCheckAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:check',
    description:
      'Checks the chart in the workspace with helm lint and helm template',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string({ description: 'Name of the pipeline' }),
        valuesFiles: z =>
          z.array(z.string(), {
            description: 'One values file for each environment',
          }),
        sourcePath: z =>
          z.string({ description: 'Folder in the workspace' }).optional(),
      },
      output: { objects: z => z.array(z.string()) },
    },
    async handler(ctx) {
      const { name, valuesFiles, sourcePath = '.' } = ctx.input;
      const dir = resolveSafeChildPath(ctx.workspacePath, sourcePath);
      const objects = new Set<string>();
      for (const file of valuesFiles) {
        await settings.helm.lint({ dir, values: [file] });
        const rendered = await settings.helm.template({
          dir,
          release: name,
          namespace: 'default',
          values: [file],
        });
        const kinds = [...rendered.matchAll(/^kind: (\S+)$/gm)].map(
          ([, kind]) => kind,
        );
        kinds.forEach(kind => objects.add(kind));
        ctx.logger.info(`${file}: ${kinds.length} objects, no findings`);
      }
      ctx.output('objects', [...objects].sort());
    },
  });
}
