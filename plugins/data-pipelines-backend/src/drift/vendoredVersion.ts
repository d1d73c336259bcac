import { InputError } from '@backstage/errors';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { parse } from 'yaml';

interface ChartYaml {
  dependencies?: Array<{ name?: string; version?: string }>;
}

/**
 * The version of our charts that a pipeline's repository uses.
 *
 * @throws InputError with the remedy, where it is not one of our repositories
 */
export function vendoredVersion(files: readonly GeneratedFile[]): string {
  const file = files.find(({ path }) => path === 'Chart.yaml');
  if (!file) {
    throw new InputError(
      'there is no Chart.yaml beside its catalog-info.yaml; keep both in the same folder',
    );
  }
  let chart: ChartYaml | null;
  try {
    chart = parse(file.content);
  } catch (error) {
    throw new InputError(
      `Chart.yaml: is no YAML: ${(error as Error).message}; mend it`,
    );
  }
  const version = chart?.dependencies?.find(
    ({ name }) => name === 'common',
  )?.version;
  if (!version) {
    throw new InputError(
      'Chart.yaml: has no dependency "common" with a version; the pipeline does not use the charts of Headworks',
    );
  }
  return version;
}
