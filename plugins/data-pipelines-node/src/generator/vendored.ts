import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { sha256 } from './headworksFile';

/** What `sha256sum --check` reads; Helm takes what begins with a dot for no chart. */
export const SUMS_FILE = 'charts/.sha256sums';

/** Our charts as the umbrella holds them, with their sums; nothing where they come from a registry. */
export function vendoredFiles(
  spec: PipelineSpec,
  charts: readonly GeneratedFile[],
): GeneratedFile[] {
  if (isFromRegistry(spec)) return [];
  const files = charts
    .filter(({ path }) => !path.startsWith('umbrella/'))
    .map(({ path, content }) => ({ path: `charts/${path}`, content }));
  const sums = files
    .map(({ path, content }) => `${sha256(content)}  ${path}\n`)
    .sort();
  return [...files, { path: SUMS_FILE, content: sums.join('') }];
}

/** The umbrella's own files: its schema, validation and notes. */
export function umbrellaFiles(
  charts: readonly GeneratedFile[],
): GeneratedFile[] {
  return charts
    .filter(({ path }) => path.startsWith('umbrella/'))
    .map(({ path, content }) => ({
      path: path.slice('umbrella/'.length),
      content,
    }));
}

/** Whether Helm fetches the charts, instead of finding them in charts/. */
export function isFromRegistry({ chart }: PipelineSpec): boolean {
  return chart?.source.startsWith('oci://') ?? false;
}

/** The sum of each vendored file as it was generated. */
export function readSums(files: readonly GeneratedFile[]): Map<string, string> {
  const file = files.find(({ path }) => path === SUMS_FILE);
  const lines = file?.content.split('\n') ?? [];
  return new Map(
    lines.flatMap(line => {
      const found = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
      return found ? [[found[2], found[1]] as const] : [];
    }),
  );
}
