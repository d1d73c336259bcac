import { InputError } from '@backstage/errors';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { readHeadworksFile } from './headworksFile';

/** What the umbrella brings beside what a specification decides. */
const UMBRELLA = /^(\.helmignore|values\.schema\.json|templates\/.*)$/;

/**
 * The charts that a repository vendors, as `loadCharts` reads ours: to change
 * a pipeline without moving it to others.
 *
 * @throws InputError for a repository that does not say what was generated, or vendors nothing
 * @public
 */
export function chartsOf(files: readonly GeneratedFile[]): GeneratedFile[] {
  const recorded = readHeadworksFile(files)?.files;
  if (!recorded) {
    throw new InputError(
      '.headworks.yaml: the file is missing; upgrade the pipeline first, which writes it',
    );
  }
  const charts = files.flatMap(({ path, content }) => {
    if (path.startsWith('charts/')) {
      return [{ path: path.slice('charts/'.length), content }];
    }
    return UMBRELLA.test(path) && Object.hasOwn(recorded, path)
      ? [{ path: `umbrella/${path}`, content }]
      : [];
  });
  if (!charts.some(({ path }) => path === 'common/Chart.yaml')) {
    throw new InputError(
      'Chart.yaml: the charts come from a registry and are not in the repository; change its values by hand',
    );
  }
  return charts.filter(({ path }) => path !== '.sha256sums');
}
