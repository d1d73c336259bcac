import { InputError } from '@backstage/errors';
import {
  compareVersions,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { chartVersion } from '../charts';
import { generatePipeline } from '../generatePipeline';
import { readPipeline } from '../readPipeline';
import { isFromRegistry } from '../vendored';
import { KeptFile, mergeFiles } from './mergeFiles';
import { migrate } from './migrate';
import { Migration, MIGRATIONS } from './migrations';
import { refuseForeignChanges } from './refuseForeignChanges';
import { usedVersion } from './usedVersion';

/**
 * What moving a repository to other charts does to its files.
 *
 * @public
 */
export interface PipelineUpgrade {
  /** Version of the charts before. */
  from: string;
  /** Version of the charts afterwards. */
  to: string;
  /** The whole repository afterwards, sorted by path. */
  files: GeneratedFile[];
  /** Paths of files that are new or have other content. */
  changed: string[];
  removed: string[];
  /** What a newer text exists for, but people changed or removed. */
  kept: KeptFile[];
}

/**
 * Moves a pipeline's repository to the given charts. Our charts are replaced
 * whole; values stay as people wrote them, but for migrations; any other file
 * is replaced unless people changed it. With the version that is there
 * already, only what follows from the values is brought up to date.
 *
 * @throws InputError for newer charts, a change below charts/, or values that the charts refuse
 * @public
 */
export function upgradePipeline(options: {
  files: readonly GeneratedFile[];
  charts: readonly GeneratedFile[];
  migrations?: readonly Migration[];
}): PipelineUpgrade {
  const { files, charts, migrations = MIGRATIONS } = options;
  const from = usedVersion(files);
  const to = chartVersion(charts);
  if (compareVersions(from, to) > 0) {
    throw new InputError(
      `.headworks.yaml: the repository has charts ${from} and these are ${to}; use Headworks ${from} or newer`,
    );
  }
  refuseForeignChanges(files);
  const migrated = migrate({ files, migrations, from, to });
  const spec = readPipeline(migrated);
  const { next, kept } = mergeFiles(
    migrated,
    generatePipeline({ spec, charts }),
  );
  if (isFromRegistry(spec) && from !== to && next.has('Chart.lock')) {
    kept.push({
      path: 'Chart.lock',
      reason: 'only Helm can write it: run `helm dependency update`',
    });
  }
  const before = new Map(files.map(({ path, content }) => [path, content]));
  return {
    from,
    to,
    files: [...next]
      .map(([path, content]) => ({ path, content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    changed: [...next.keys()]
      .filter(path => next.get(path) !== before.get(path))
      .sort(),
    removed: [...before.keys()].filter(path => !next.has(path)).sort(),
    kept,
  };
}
