import { InputError } from '@backstage/errors';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { readHeadworksFile } from '../headworksFile';
import { readMap } from '../yaml/helmDocument';

/** The version of the charts that a repository uses. */
export function usedVersion(files: readonly GeneratedFile[]): string {
  const recorded = readHeadworksFile(files)?.charts.version;
  if (recorded) return recorded;
  const file = files.find(({ path }) => path === 'Chart.yaml');
  const { dependencies } = readMap(file?.content ?? '', 'Chart.yaml');
  const common = Array.isArray(dependencies)
    ? dependencies.find(
        (one): one is { name: string; version: string } =>
          typeof one === 'object' &&
          one !== null &&
          'name' in one &&
          one.name === 'common',
      )
    : undefined;
  if (typeof common?.version !== 'string') {
    throw new InputError(
      'Chart.yaml: it has no dependency "common" with a version; choose the folder of a pipeline that Headworks generated',
    );
  }
  return common.version;
}
