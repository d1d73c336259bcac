import os from 'node:os';
import path from 'node:path';
import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  checkRepository,
  generatePipeline,
  Helm,
  loadCharts,
  PipelinePreviewer,
  previewPipeline,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { Binaries, ensureBinaries } from '../cluster/binaries';
import { readSample } from './world';

/** Real Helm over what the generator writes. */
describe('previewPipeline', () => {
  const spec = readSample('clickstream');
  let binaries: Binaries;
  let charts: GeneratedFile[];

  beforeAll(async () => {
    binaries = await ensureBinaries(() => {});
    charts = await loadCharts(path.resolve(__dirname, '../../charts'));
  });

  it.each(['helm4', 'helm3'] as const)(
    'says with %s what would be in the cluster and what it asks for',
    async version => {
      const helm = new Helm({ binary: binaries[version] });
      const { environments, problems } = await previewPipeline({
        ...{ spec, charts, helm },
      });
      expect(problems).toEqual([]);
      expect(environments.map(({ name }) => name)).toEqual(['dev']);
      const [{ objects, totals, error }] = environments;
      expect(error).toBeUndefined();
      expect(objects).toContainEqual({
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        name: 'clickstream-sessionize',
        namespace: 'pipelines',
      });
      expect(totals).toMatchObject({ unsized: [] });
      expect(totals.pods).toBeGreaterThan(3);
    },
  );

  it('shows the pipeline’s own files and only counts those of our charts', async () => {
    const { files, vendoredFiles, dataflow } = await preview(spec);
    const all = generatePipeline({ spec, charts });
    expect(files.length + vendoredFiles).toBe(all.length);
    expect(vendoredFiles).toBeGreaterThanOrEqual(charts.length);
    expect(files.map(file => file.path)).toEqual(
      expect.arrayContaining([
        'Chart.yaml',
        'README.md',
        'catalog-info.yaml',
        'values-dev.yaml',
        'values.yaml',
      ]),
    );
    expect(dataflow.nodes.length).toBeGreaterThan(2);
  });

  it('says what is wrong with a specification, and shows nothing else', async () => {
    const bad = { ...spec, pipeline: { ...spec.pipeline, name: 'Bad Name' } };
    const { problems, files, environments } = await preview(bad);
    expect(problems.map(problem => problem.path)).toEqual(['pipeline.name']);
    expect(files).toEqual([]);
    expect(environments).toEqual([]);
  });

  it('takes what only Helm sees for a problem of the specification', async () => {
    const jobs = { sessionize: { parallelism: 4000 } };
    const { dev } = spec.environments;
    const staging = {
      ...dev,
      namespace: 'staging',
      values: { flink: { jobs } },
    };
    const { problems, environments } = await preview({
      ...spec,
      environments: { dev, staging },
    });
    expect(problems).toEqual([
      {
        path: 'values.flink.jobs.sessionize.parallelism',
        problem: '4000 is more than maxParallelism (360)',
        remedy: 'lower it, or raise maxParallelism while there is no state yet',
      },
    ]);
    expect(environments).toEqual([]);
  });

  it('renders several at once over one copy of our charts', async () => {
    const helm = new Helm({ binary: binaries.helm4 });
    const previewer = new PipelinePreviewer({ charts, helm });
    const names = ['one', 'two', 'three'];
    const previews = await Promise.all(
      names.map(name =>
        previewer.preview({ ...spec, pipeline: { ...spec.pipeline, name } }),
      ),
    );
    expect(
      previews.map(({ environments }) =>
        environments[0].objects.some(({ name }) => name === 'one-sessionize'),
      ),
    ).toEqual([true, false, false]);
    await previewer.stop();
  });

  it('ends Helm when nobody waits for it any more', async () => {
    const helm = new Helm({ binary: binaries.helm4 });
    const signal = AbortSignal.timeout(20);
    await expect(
      previewPipeline({ ...{ spec, charts, helm, signal } }),
    ).rejects.toThrow(/abort/i);
  });

  it('names the program that is missing, and the setting', async () => {
    const helm = new Helm({ binary: '/nowhere/helm' });
    await expect(
      previewPipeline({ ...{ spec, charts, helm } }),
    ).rejects.toMatchObject({
      name: 'NotImplementedError',
      message: expect.stringMatching(
        /"\/nowhere\/helm" is not installed.*dataPipelines\.scaffolder\.helm/s,
      ),
    });
  });

  describe('checkRepository', () => {
    it('finds in a repository what the preview announced', async () => {
      const helm = new Helm({ binary: binaries.helm4 });
      const files = generatePipeline({ spec, charts });
      const { environments } = await preview(spec);
      expect(await checkRepository({ files, helm })).toEqual(environments);
    });

    it('passes on what Helm says where it renders nothing', async () => {
      const helm = new Helm({ binary: binaries.helm4 });
      const broken = {
        path: 'templates/broken.yaml',
        content: '{{ include "nothing" . }}',
      };
      const files = [...generatePipeline({ spec, charts }), broken];
      const [{ name, objects, error }] = await checkRepository({ files, helm });
      expect([name, objects]).toEqual(['dev', []]);
      expect(error).toMatch(/^Error: .*broken\.yaml.*no template "nothing"/s);
      expect(error).not.toContain(os.tmpdir());
    });

    it('wants a pipeline', async () => {
      const helm = new Helm({ binary: binaries.helm4 });
      await expect(checkRepository({ files: [], helm })).rejects.toThrow(
        /^values\.yaml: /,
      );
    });
  });

  function preview(what: PipelineSpec) {
    const helm = new Helm({ binary: binaries.helm4 });
    return previewPipeline({ spec: what, charts, helm });
  }
});
