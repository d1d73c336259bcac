import path from 'node:path';
import { JsonObject } from '@backstage/types';
import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { loadCharts } from '../charts';

/** The charts of this repository. */
export function ourCharts(): Promise<GeneratedFile[]> {
  return loadCharts(path.resolve(__dirname, '../../../../../charts'));
}

/** The same charts under another version. */
export function chartsOfVersion(
  charts: readonly GeneratedFile[],
  version: string,
): GeneratedFile[] {
  return charts.map(file =>
    file.path.endsWith('/Chart.yaml')
      ? {
          ...file,
          content: file.content.replace(
            /^version: .*$/m,
            `version: ${version}`,
          ),
        }
      : file,
  );
}

/** A small valid pipeline, changed as a test wants it. */
export function sampleSpec(
  change: (spec: PipelineSpec) => void = () => {},
): PipelineSpec {
  const spec: PipelineSpec = {
    pipeline: { name: 'orders', owner: 'group:default/data-team' },
    environments: { dev: { cluster: 'east', namespace: 'data' } },
    values: {
      global: {
        kafka: {
          mode: 'strimzi',
          cluster: 'analytics',
          namespace: 'kafka',
          bootstrapServers: 'analytics-kafka-bootstrap.kafka:9092',
          authentication: 'none',
        },
        storage: { uri: 's3://state/orders' },
      },
      kafka: { topics: { purchases: { partitions: 3 }, totals: {} } },
      flink: {
        jobs: {
          sum: {
            image: { repository: 'flink', tag: '2.1' },
            jar: 'local:///opt/flink/usrlib/sum.jar',
            reads: ['purchases'],
            writes: ['totals'],
          },
        },
      },
    },
  };
  change(spec);
  return spec;
}

/** Files with the text of one replaced. */
export function changed(
  files: readonly GeneratedFile[],
  path_: string,
  change: (content: string) => string,
): GeneratedFile[] {
  if (!files.some(file => file.path === path_)) {
    throw new Error(`There is no ${path_}.`);
  }
  return files.map(file =>
    file.path === path_ ? { ...file, content: change(file.content) } : file,
  );
}

/** What tests change in the sample's values. */
export interface SampleValues {
  global: JsonObject;
  kafka: { topics: Record<string, JsonObject> };
  flink: { jobs: Record<string, JsonObject> };
  spark?: { jobs: Record<string, JsonObject> };
}

/** The sample's values, to change them. */
export const values = (of: PipelineSpec) =>
  of.values as unknown as SampleValues;

/** A small valid Spark job. */
export const sparkJob = (more: JsonObject = {}): JsonObject => ({
  image: { repository: 'spark', tag: '4.0.1' },
  main: 'local:///opt/app/main.py',
  ...more,
});
