import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { changed, ourCharts, sampleSpec } from './__testUtils__/sample';
import { generatePipeline } from './generatePipeline';
import { readPipeline } from './readPipeline';

let charts: GeneratedFile[];
beforeAll(async () => {
  charts = await ourCharts();
});

const repository = (spec: PipelineSpec = sampleSpec()) =>
  generatePipeline({ spec, charts });

describe('readPipeline', () => {
  it('gives the specification back', () => {
    const spec = sampleSpec(of => {
      of.pipeline.title = 'Orders: "all"';
      of.pipeline.description = 'first\nsecond {{ .Values }}';
      of.environments.prod = {
        cluster: 'west',
        namespace: 'data',
        values: {
          global: { profile: 'regulated' },
          flink: { jobs: { sum: { parallelism: 8 } } },
        },
      };
    });
    expect(readPipeline(repository(spec))).toEqual(spec);
  });

  it('reads what people changed in the values', () => {
    const files = changed(repository(), 'values.yaml', content =>
      content.replace('partitions: 3', 'partitions: 6 # more'),
    );
    expect(readPipeline(files).values.kafka).toEqual({
      topics: { purchases: { partitions: 6 }, totals: {} },
    });
  });

  it('reads the environments of a repository without .headworks.yaml from the catalog', () => {
    const files = repository().filter(({ path }) => path !== '.headworks.yaml');
    expect(readPipeline(files)).toEqual(sampleSpec());
  });

  it.each<[string, string, (content: string) => string, string]>([
    [
      'an environment that goes nowhere',
      '.headworks.yaml',
      content => content.replace('  dev:', '  test:'),
      'values-dev.yaml: nothing says where the environment goes; add environments.dev with cluster and namespace to .headworks.yaml',
    ],
    [
      'an environment under another name',
      'values-dev.yaml',
      content => content.replace('environment: dev', 'environment: test'),
      'values-dev.yaml: global.environment is not "dev"; give the name that the file has',
    ],
    [
      'a file that is no YAML',
      'values.yaml',
      content => `${content}\n  x: [`,
      'values.yaml: line ',
    ],
    [
      'a format of the future',
      '.headworks.yaml',
      content => content.replace('format: 1', 'format: 2'),
      '.headworks.yaml: its format is not known to this version; use a newer Headworks',
    ],
    [
      'no owner',
      'values.yaml',
      content => content.replace(/ {4}owner: .*\n/, ''),
      'values.yaml: global.pipeline has no name or no owner; give both',
    ],
    [
      'a list for a map',
      'values.yaml',
      () => '- a\n',
      'values.yaml: it is no map; write "name: value" lines',
    ],
  ])('refuses %s, naming file and remedy', (_, path, change, message) => {
    expect(() => readPipeline(changed(repository(), path, change))).toThrow(
      message,
    );
  });

  it('says which file is missing', () => {
    expect(() => readPipeline([])).toThrow(
      'values.yaml: the file is missing; choose the folder of a pipeline that Headworks generated, or restore the file',
    );
  });
});
