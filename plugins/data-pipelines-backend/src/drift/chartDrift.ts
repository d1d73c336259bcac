import {
  ChartDrift,
  Environment,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  chartVersion,
  Helm,
  loadCharts,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { Rendering } from './renderEnvironments';
import { vendoredVersion } from './vendoredVersion';

/** How a repository's charts stand to those of this portal. */
export async function chartDrift(options: {
  files: readonly GeneratedFile[];
  environments: readonly Environment[];
  /** What the repository renders as it is. */
  renderings: ReadonlyMap<string, Rendering>;
  helm: Helm;
  chartsDirectory: string;
}): Promise<ChartDrift> {
  const { files, chartsDirectory } = options;
  const current = vendoredVersion(files);
  let charts: GeneratedFile[];
  try {
    charts = await loadCharts(chartsDirectory);
  } catch (error) {
    return { current, upgradable: false, refusal: (error as Error).message };
  }
  return { current, newest: chartVersion(charts), upgradable: false };
}
