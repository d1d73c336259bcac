import {
  ChartDrift,
  compare,
  effectOnJobs,
  Environment,
  EnvironmentUpgrade,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  chartVersion,
  Helm,
  PipelineUpgrade,
  upgradePipeline,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { objectDiffs } from './objectDiffs';
import { renderEnvironments, Rendering } from './renderEnvironments';
import { vendoredVersion } from './vendoredVersion';

/** How a repository's charts stand to those of this portal. */
export async function chartDrift(options: {
  files: readonly GeneratedFile[];
  environments: readonly Environment[];
  /** What the repository renders as it is. */
  renderings: ReadonlyMap<string, Rendering>;
  helm: Helm;
  loadCharts: () => Promise<GeneratedFile[]>;
}): Promise<ChartDrift> {
  const { files, environments, renderings, helm, loadCharts } = options;
  const current = vendoredVersion(files);
  let newest: string | undefined;
  let upgrade: PipelineUpgrade;
  try {
    const charts = await loadCharts();
    newest = chartVersion(charts);
    if (newest === current) return { current, newest, upgradable: false };
    upgrade = upgradePipeline({ files, charts });
  } catch (error) {
    const refusal = (error as Error).message;
    return { current, ...(newest && { newest }), upgradable: false, refusal };
  }
  const after = await renderEnvironments({
    files: upgrade.files,
    environments,
    helm,
  });
  return {
    current,
    newest,
    upgradable: true,
    upgrade: {
      changedFiles: upgrade.changed,
      removedFiles: upgrade.removed,
      kept: upgrade.kept,
      environments: environments.map(({ name }) =>
        environmentUpgrade(name, renderings.get(name)!, after.get(name)!),
      ),
    },
  };
}

function environmentUpgrade(
  name: string,
  before: Rendering,
  after: Rendering,
): EnvironmentUpgrade {
  if (before.objects && after.objects) {
    return {
      name,
      jobs: effectOnJobs(before.objects, after.objects),
      changes: compare(before.objects, after.objects),
      objects: objectDiffs(before.objects, after.objects),
    };
  }
  const problem = before.problem ?? `With the newest charts: ${after.problem}`;
  return { name, problem, jobs: [], changes: [], objects: [] };
}
