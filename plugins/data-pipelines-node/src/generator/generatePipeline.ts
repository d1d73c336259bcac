import { InputError } from '@backstage/errors';
import { chartVersion } from './charts';
import { catalogInfo } from './files/catalogInfo';
import { chartYaml } from './files/chartYaml';
import { readme } from './files/readme';
import { environmentValues, valuesYaml } from './files/values';
import {
  GeneratedFile,
  PipelineSpec,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { validateSpec } from './validateSpec';

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
  const files: GeneratedFile[] = [
    { path: 'Chart.yaml', content: chartYaml(spec, chartVersion(charts)) },
    { path: 'values.yaml', content: valuesYaml(spec) },
    { path: 'catalog-info.yaml', content: catalogInfo(spec) },
    { path: 'README.md', content: readme(spec) },
    ...Object.keys(spec.environments).map(name => ({
      path: `values-${name}.yaml`,
      content: environmentValues(spec, name),
    })),
    ...charts.map(({ path, content }) => ({
      path: path.startsWith('umbrella/')
        ? path.slice('umbrella/'.length)
        : `charts/${path}`,
      content,
    })),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
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
