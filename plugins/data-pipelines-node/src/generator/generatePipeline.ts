import { InputError } from '@backstage/errors';
import { chartVersion } from './charts';
import { catalogInfo } from './files/catalogInfo';
import { chartYaml } from './files/chartYaml';
import { ciFiles } from './files/ci';
import { gitopsFiles } from './files/gitops';
import { readme } from './files/readme';
import { writeHeadworksFile } from './headworksFile';
import { umbrellaFiles, vendoredFiles } from './vendored';
import { environmentValues, valuesYaml } from './files/values';
import {
  GeneratedFile,
  PipelineSpec,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { validateSpec } from './validate/validateSpec';

/**
 * Every file of a pipeline's repository, sorted by path: the umbrella chart
 * with our charts vendored, values for each environment, the catalog's
 * description and a README. Pure: the same input gives the same bytes.
 *
 * @throws InputError that lists every problem as "path: problem; remedy"
 * @public
 */
export function generatePipeline(options: {
  spec: PipelineSpec;
  charts: readonly GeneratedFile[];
}): GeneratedFile[] {
  const { spec, charts } = options;
  const problems = validateSpec(spec, charts);
  if (problems.length > 0) {
    throw new InputError(describeProblems(problems));
  }
  const version = chartVersion(charts);
  const recorded: GeneratedFile[] = [
    { path: 'Chart.yaml', content: chartYaml(spec, version) },
    { path: 'catalog-info.yaml', content: catalogInfo(spec) },
    { path: 'README.md', content: readme(spec) },
    ...ciFiles(spec),
    ...gitopsFiles(spec),
    ...umbrellaFiles(charts),
  ].sort(byPath);
  return [
    ...recorded,
    writeHeadworksFile({ spec, version, files: recorded }),
    { path: 'values.yaml', content: valuesYaml(spec) },
    ...Object.keys(spec.environments).map(name => ({
      path: `values-${name}.yaml`,
      content: environmentValues(spec, name),
    })),
    ...vendoredFiles(spec, charts),
  ].sort(byPath);
}

function byPath(one: GeneratedFile, other: GeneratedFile) {
  return one.path < other.path ? -1 : 1;
}

/**
 * Problems as one text for a person: a line each.
 *
 * @public
 */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ path, problem, remedy }) => `${path}: ${problem}; ${remedy}`)
    .join('\n');
}
