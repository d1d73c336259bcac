import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { chartsOf } from './chartsOf';
import { ourCharts, sampleSpec } from './__testUtils__/sample';
import { generatePipeline } from './generatePipeline';
import { upgradePipeline } from './upgrade/upgradePipeline';

describe('chartsOf', () => {
  const spec = sampleSpec();
  let files: GeneratedFile[];

  beforeAll(async () => {
    files = generatePipeline({ spec, charts: await ourCharts() });
  });

  it('finds the charts that a repository was generated with', () => {
    expect(generatePipeline({ spec, charts: chartsOf(files) })).toEqual(files);
  });

  it('lets a repository be brought up to date without an upgrade', () => {
    const own = { path: 'templates/own.yaml', content: '# ours\n' };
    const there = [...files, own];
    const { changed, kept, removed } = upgradePipeline({
      files: there,
      charts: chartsOf(there),
    });
    expect({ changed, kept, removed }).toEqual({
      changed: [],
      kept: [],
      removed: [],
    });
  });

  it('says what to do with a repository from before', () => {
    const old = files.filter(({ path }) => path !== '.headworks.yaml');
    expect(() => chartsOf(old)).toThrow(
      '.headworks.yaml: the file is missing; upgrade the pipeline first, which writes it',
    );
  });

  it('refuses a repository that vendors nothing', () => {
    const slim = files.filter(({ path }) => !path.startsWith('charts/'));
    expect(() => chartsOf(slim)).toThrow(/come from a registry/);
  });
});
