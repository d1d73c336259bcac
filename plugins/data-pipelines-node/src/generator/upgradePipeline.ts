import { InputError } from '@backstage/errors';
import {
  compareVersions,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { chartVersion } from './charts';
import { upgradeChartYaml } from './files/chartYaml';
import { generatePipeline } from './generatePipeline';
import { HEADWORKS_FILE, readHeadworksFile, sha256 } from './headworksFile';
import { Migration, MIGRATIONS } from './migrations';
import { readPipeline } from './readPipeline';
import { isFromRegistry, readSums } from './vendored';
import { editValues } from './yaml/editValues';
import { readMap } from './yaml/helmDocument';

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
  kept: Array<{ path: string; reason: string }>;
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
  const from = versionOf(files);
  const to = chartVersion(charts);
  if (compareVersions(from, to) > 0) {
    throw new InputError(
      `.headworks.yaml: the repository has charts ${from} and these are ${to}; use Headworks ${from} or newer`,
    );
  }
  refuseForeignChanges(files);
  const migrated = migrate({ files, migrations, from, to });
  const spec = readPipeline(migrated);
  const { next, kept } = merge(migrated, generatePipeline({ spec, charts }));
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

/** The version of the charts that a repository uses. */
function versionOf(files: readonly GeneratedFile[]): string {
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

function refuseForeignChanges(files: readonly GeneratedFile[]) {
  const there = new Map(files.map(({ path, content }) => [path, content]));
  const ours = new Map([
    ...readSums(files),
    ...Object.entries(readHeadworksFile(files)?.files ?? {}).filter(([path]) =>
      isOurs(path),
    ),
  ]);
  const changed = [...ours].filter(([path, sum]) => {
    const content = there.get(path);
    return content === undefined || sha256(content) !== sum;
  });
  if (changed.length === 0) return;
  throw new InputError(
    changed
      .map(
        ([path]) =>
          `${path}: it is not as Headworks wrote it, and an upgrade replaces it; move the change to \`override\` in the values, and restore the file from Git`,
      )
      .join('\n'),
  );
}

/** Files of the umbrella that only make sense together with the charts. */
function isOurs(path: string): boolean {
  return path === 'values.schema.json' || path.startsWith('templates/');
}

function migrate(options: {
  files: readonly GeneratedFile[];
  migrations: readonly Migration[];
  from: string;
  to: string;
}): GeneratedFile[] {
  const { files, migrations, from, to } = options;
  const due = migrations.filter(
    ({ version }) =>
      compareVersions(from, version) < 0 && compareVersions(version, to) <= 0,
  );
  return files.map(file =>
    isValues(file.path)
      ? {
          ...file,
          content: due.reduce(
            (content, { edits }) =>
              editValues(content, edits(readMap(content, file.path))),
            file.content,
          ),
        }
      : file,
  );
}

function isValues(path: string): boolean {
  return /^values(-[^/]+)?\.yaml$/.test(path);
}

function merge(
  files: readonly GeneratedFile[],
  generated: readonly GeneratedFile[],
) {
  const recorded = new Map([
    ...Object.entries(readHeadworksFile(files)?.files ?? {}),
    ...readSums(files),
  ]);
  const before = new Map(files.map(({ path, content }) => [path, content]));
  const next = new Map(before);
  const kept: PipelineUpgrade['kept'] = [];
  for (const { path, content } of generated) {
    if (isValues(path)) continue;
    const old = before.get(path);
    const sum = recorded.get(path);
    const isReplaced =
      path.startsWith('charts/') || isOurs(path) || path === HEADWORKS_FILE;
    if (isReplaced || old === content || isUntouched(old, sum)) {
      next.set(path, content);
    } else if (path === 'Chart.yaml' && old !== undefined) {
      next.set(path, upgradeChartYaml(old, content));
    } else if (sum !== sha256(content)) {
      kept.push({ path, reason: reasonOf(old, sum) });
    }
  }
  const made = new Set(generated.map(({ path }) => path));
  for (const [path, sum] of recorded) {
    const old = before.get(path);
    if (made.has(path) || old === undefined) continue;
    if (isUntouched(old, sum)) next.delete(path);
    else
      kept.push({
        path,
        reason: 'it is no longer needed, but was changed here',
      });
  }
  return { next, kept };
}

function isUntouched(content: string | undefined, sum: string | undefined) {
  return content === undefined ? sum === undefined : sha256(content) === sum;
}

function reasonOf(content: string | undefined, sum: string | undefined) {
  if (content === undefined) return 'it was removed here';
  return sum === undefined
    ? 'nothing says whether it was changed here'
    : 'it was changed here';
}
