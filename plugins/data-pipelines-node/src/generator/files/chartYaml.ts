import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { helmDocument } from './helmDocument';

/** The umbrella's Chart.yaml: our charts are vendored in charts/. */
export function chartYaml(spec: PipelineSpec, version: string): string {
  const { name, description } = spec.pipeline;
  const dependency = (chart: string) => ({
    name: chart,
    version,
    repository: '',
  });
  const document = helmDocument({
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
  });
  return String(document);
}
