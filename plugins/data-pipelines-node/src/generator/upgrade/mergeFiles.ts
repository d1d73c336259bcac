import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { upgradeChartYaml } from '../files/chartYaml';
import { HEADWORKS_FILE, readHeadworksFile, sha256 } from '../headworksFile';
import { readSums } from '../vendored';
import { isUmbrellaFile, isValuesFile } from './paths';

/**
 * A file that stays as it is although a newer text exists.
 *
 * @public
 */
export interface KeptFile {
  path: string;
  reason: string;
}

/** What people changed stays; anything else becomes what was generated. */
export function mergeFiles(
  files: readonly GeneratedFile[],
  generated: readonly GeneratedFile[],
) {
  const recorded = new Map([
    ...Object.entries(readHeadworksFile(files)?.files ?? {}),
    ...readSums(files),
  ]);
  const before = new Map(files.map(({ path, content }) => [path, content]));
  const next = new Map(before);
  const kept: KeptFile[] = [];
  for (const { path, content } of generated) {
    if (isValuesFile(path)) continue;
    const old = before.get(path);
    const sum = recorded.get(path);
    const isReplaced =
      path.startsWith('charts/') ||
      isUmbrellaFile(path) ||
      path === HEADWORKS_FILE;
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
