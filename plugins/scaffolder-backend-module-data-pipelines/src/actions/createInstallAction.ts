import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Settings } from '../settings';

/** Installs a pipeline with real Helm, where the portal is allowed to: the playground. */
export function createInstallAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:install',
    description: 'Installs a pipeline with helm upgrade --install (playground)',
    schema: {
      input: {
        repositoryPath: z => z.string({ description: 'Folder of the chart' }),
        name: z => z.string({ description: 'Name of the pipeline' }),
        cluster: z => z.string(),
        namespace: z => z.string(),
        environment: z => z.string(),
      },
      output: { command: z => z.string() },
    },
    async handler(ctx) {
      const { repositoryPath, name, cluster, namespace, environment } =
        ctx.input;
      const values = `values-${environment}.yaml`;
      const command = `helm install ${name} . --namespace ${namespace} -f ${values}`;
      const kubeconfig = settings.install.get(cluster);
      if (!kubeconfig) {
        throw new InputError(
          `Install now: the portal may not install to cluster ${cluster}; run this in the repository instead: ${command}`,
        );
      }
      await settings.helm.upgradeInstall({
        dir: repositoryPath,
        release: name,
        namespace,
        values: [values],
        kubeconfig,
      });
      ctx.logger.info(`Installed ${name} to ${cluster}/${namespace}`);
      ctx.output('command', command);
    },
  });
}
