import fs from 'node:fs/promises';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';

/** The charts that a pipeline vendors, and the umbrella's own files. */
export const CHARTS = ['common', 'kafka', 'flink', 'spark', 'umbrella'];

/** What is for the charts' own developers and tests. */
const NOT_VENDORED = new Set(['ci', 'health', 'README.md', 'shared.defs.json']);

/**
 * Reads our charts from disk, sorted by path.
 *
 * @param directory - the folder with `common`, `kafka`, `flink`, `spark` and `umbrella`
 * @public
 */
export async function loadCharts(directory: string): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const chart of CHARTS) {
    await read(directory, chart, files);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function read(root: string, below: string, files: GeneratedFile[]) {
  const entries = await fs
    .readdir(path.join(root, below), { withFileTypes: true })
    .catch(() => {
      throw new Error(
        `The charts are not at ${root}: there is no ${below}. Set dataPipelines.scaffolder.chartsDirectory to the folder "charts" of Headworks, or leave it out to use the plugin's own.`,
      );
    });
  for (const entry of entries) {
    if (NOT_VENDORED.has(entry.name)) continue;
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) {
      await read(root, name, files);
    } else {
      const content = await fs.readFile(path.join(root, name), 'utf8');
      files.push({ path: name, content });
    }
  }
}

/**
 * The version that all our charts have.
 *
 * @public
 */
export function chartVersion(charts: readonly GeneratedFile[]): string {
  const file = charts.find(({ path: name }) => name === 'common/Chart.yaml');
  const version = file && /^version: (\S+)$/m.exec(file.content)?.[1];
  if (!version) {
    throw new Error('The charts hold no common/Chart.yaml with a version.');
  }
  return version;
}
