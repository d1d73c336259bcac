import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

/**
 * Where our charts are: `dataPipelines.scaffolder.chartsDirectory`, relative
 * to the working directory, or else those that this package ships.
 *
 * @public
 */
export function chartsDirectory(config: Config): string {
  const configured = config.getOptionalString(
    'dataPipelines.scaffolder.chartsDirectory',
  );
  return configured === undefined
    ? resolvePackagePath(
        '@headworks/backstage-plugin-data-pipelines-node',
        'charts',
      )
    : path.resolve(configured);
}
