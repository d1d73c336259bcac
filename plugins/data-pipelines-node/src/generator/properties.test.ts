import * as fc from 'fast-check';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { parse, parseAllDocuments } from 'yaml';
import { arbitrarySpec } from './__testUtils__/arbitrarySpec';
import { chartsOfVersion, ourCharts } from './__testUtils__/sample';
import { generatePipeline } from './generatePipeline';
import { readPipeline } from './readPipeline';
import { upgradePipeline } from './upgrade/upgradePipeline';
import { validateSpec } from './validate/validateSpec';

const RUNS = { seed: 5, numRuns: 50 };

/** What holds for any valid specification. */
describe('any specification', () => {
  let charts: GeneratedFile[];
  beforeAll(async () => {
    charts = await ourCharts();
  });

  const holds = (
    check: (spec: Parameters<typeof generatePipeline>[0]['spec']) => void,
  ) => fc.assert(fc.property(arbitrarySpec(), check), RUNS);

  it('is valid', () => {
    holds(spec => {
      expect(validateSpec(spec, charts)).toEqual([]);
    });
  });

  it('gives the same bytes twice', () => {
    holds(spec => {
      expect(generatePipeline({ spec: structuredClone(spec), charts })).toEqual(
        generatePipeline({ spec, charts }),
      );
    });
  });

  it('comes back from its repository', () => {
    holds(spec => {
      expect(readPipeline(generatePipeline({ spec, charts }))).toEqual(spec);
    });
  });

  it('survives an upgrade to the same version with no diff', () => {
    holds(spec => {
      const files = generatePipeline({ spec, charts });
      expect(upgradePipeline({ files, charts })).toMatchObject({
        files,
        changed: [],
        removed: [],
        kept: [],
      });
    });
  });

  it('upgrades to what a new pipeline has', () => {
    const newer = chartsOfVersion(charts, '9.0.0');
    holds(spec => {
      const files = generatePipeline({ spec, charts });
      const upgrade = upgradePipeline({ files, charts: newer });
      expect(upgrade.kept).toEqual([]);
      expect(upgrade.files).toEqual(generatePipeline({ spec, charts: newer }));
    });
  });

  it('has its text in every file as that very text', () => {
    holds(spec => {
      const files = new Map(
        generatePipeline({ spec, charts }).map(({ path, content }) => [
          path,
          content,
        ]),
      );
      const { title, description } = spec.pipeline;
      const [component] = parseAllDocuments(
        files.get('catalog-info.yaml')!,
      ).map(document => document.toJS());
      expect(component.metadata).toMatchObject({
        ...(title && { title }),
        ...(description && { description }),
      });
      expect(parse(files.get('Chart.yaml')!).description).toBe(
        description ?? `The data pipeline ${spec.pipeline.name}`,
      );
      for (const [path, content] of files) {
        if (!path.startsWith('gitops/')) continue;
        const { spec: made } = parse(content);
        const url = made.source?.repoURL ?? made.url ?? spec.gitops!.repoUrl;
        expect(url).toBe(spec.gitops!.repoUrl);
      }
    });
  });
});
