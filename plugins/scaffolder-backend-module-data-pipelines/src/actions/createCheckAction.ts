import { ConflictError, InputError } from '@backstage/errors';
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
        target: z =>
          z
            .object({ cluster: z.string(), namespace: z.string() })
            .optional()
            .describe(
              'Where it will be installed: tried there without installing, if the portal may install there',
            ),
        sourcePath: z =>
          z.string({ description: 'Folder in the workspace' }).optional(),
      },
      output: { objects: z => z.array(z.string()) },
    },
    async handler(ctx) {
      const { name, valuesFiles, target, sourcePath = '.' } = ctx.input;
      const kubeconfig = target && settings.install.get(target.cluster);
      const dir = resolveSafeChildPath(ctx.workspacePath, sourcePath);
      if (target && kubeconfig) {
        const there = await settings.helm.hasNamespace({
          namespace: target.namespace,
          kubeconfig,
        });
        if (!there) {
          throw new InputError(
            `Where it runs › Namespace: "${target.namespace}" does not exist in cluster ${target.cluster}; create it, or choose another one`,
          );
        }
      }
      const objects = new Set<string>();
      for (const file of valuesFiles) {
        await settings.helm.lint({ dir, values: [file] });
        const rendered = await settings.helm.template({
          dir,
          release: name,
          namespace: 'default',
          values: [file],
        });
        if (target && kubeconfig) {
          await settings.helm
            .dryRun({
              dir,
              release: name,
              namespace: target.namespace,
              values: [file],
              kubeconfig,
            })
            .catch(error => {
              throw explainConflict(error);
            });
        }
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

/** Helm's sentence about somebody else's object, in the words of the form. */
function explainConflict(error: Error): Error {
  const match =
    /(\S+) "([^"]+)" in namespace "([^"]+)" exists and cannot be imported.*current value is "([^"]+)"/s.exec(
      error.message,
    );
  if (!match) return error;
  const [, kind, object, namespace, release] = match;
  return new ConflictError(
    kind === 'KafkaTopic'
      ? `Topics › ${object}: the pipeline "${release}" declares it already; mark it as declared by somebody else, or choose another name`
      : `${kind} "${object}" in namespace "${namespace}" belongs to the release "${release}" already; choose another name`,
  );
}
