import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { isMap, isSeq } from 'yaml';
import { isFromRegistry } from '../vendored';
import {
  helmDocument,
  parseHelmDocument,
  printDocument,
} from '../yaml/helmDocument';

/** The umbrella's Chart.yaml: our charts are in charts/, or Helm fetches them. */
export function chartYaml(spec: PipelineSpec, version: string): string {
  const { name, description } = spec.pipeline;
  const repository = isFromRegistry(spec) ? spec.chart!.source : '';
  const dependency = (chart: string) => ({ name: chart, version, repository });
  return printDocument(
    helmDocument({
      apiVersion: 'v2',
      name,
      description: description ?? `The data pipeline ${name}`,
      type: 'application',
      version: '0.1.0',
      kubeVersion: '>=1.30.0-0',
      dependencies: [
        dependency('common'),
        ...['kafka', 'flink', 'spark'].map(chart => ({
          ...dependency(chart),
          condition: `${chart}.enabled`,
        })),
      ],
    }),
  );
}

/** A Chart.yaml that people changed, with the versions of a newly generated one. */
export function upgradeChartYaml(changed: string, generated: string): string {
  const document = parseHelmDocument(changed, 'Chart.yaml');
  const newest = parseHelmDocument(generated, 'Chart.yaml').toJS() as {
    dependencies: Array<{ name: string; version: string }>;
  };
  const dependencies = document.get('dependencies');
  for (const item of isSeq(dependencies) ? dependencies.items : []) {
    const ours =
      isMap(item) &&
      newest.dependencies.find(({ name }) => name === item.get('name'));
    if (ours) item.set('version', ours.version);
  }
  return printDocument(document);
}
