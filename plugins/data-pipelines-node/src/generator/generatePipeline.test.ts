import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { ourCharts, sampleSpec, values } from './__testUtils__/sample';
import { generatePipeline } from './generatePipeline';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';

const AWKWARD = `a: b # c {{ .Values.x }} }} "quoted" 'single'\nsecond line: |\n  - x`;

let charts: GeneratedFile[];
beforeAll(async () => {
  charts = await ourCharts();
});

describe('generatePipeline', () => {
  it('gives the same bytes twice, whatever the order of the keys', () => {
    const reordered = sampleSpec(of => {
      of.values = Object.fromEntries(Object.entries(of.values).reverse());
    });
    const [first, second] = [sampleSpec(), reordered].map(one =>
      generatePipeline({ spec: one, charts }),
    );
    expect(first).toEqual(generatePipeline({ spec: sampleSpec(), charts }));
    expect(second.map(({ path: file }) => file)).toEqual(
      first.map(({ path: file }) => file),
    );
  });

  it('writes a chart that stands alone, with values for each environment', () => {
    const files = generatePipeline({
      spec: sampleSpec(of => {
        of.environments.prod = { cluster: 'west', namespace: 'data' };
      }),
      charts,
    }).map(({ path: file }) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        'Chart.yaml',
        'values.yaml',
        'values-dev.yaml',
        'values-prod.yaml',
        'values.schema.json',
        'catalog-info.yaml',
        'README.md',
        'charts/flink/Chart.yaml',
        'charts/kafka/values.schema.json',
      ]),
    );
    expect(files).toEqual([...files].sort());
  });

  it('never leaves its folder', () => {
    for (const { path: file } of generatePipeline({
      spec: sampleSpec(),
      charts,
    })) {
      expect(path.posix.normalize(file)).toBe(file);
      expect(file).not.toMatch(/^\/|\.\./);
    }
  });

  it('keeps awkward text as that very text, everywhere', () => {
    const files = generatePipeline({
      spec: sampleSpec(of => {
        of.pipeline.description = AWKWARD;
        of.pipeline.title = AWKWARD;
        values(of).flink.jobs.sum.description = AWKWARD;
      }),
      charts,
    });
    const read = (name: string) =>
      files.find(({ path: file }) => file === name)!.content;
    expect(parse(read('values.yaml')).flink.jobs.sum.description).toBe(AWKWARD);
    const entities = parseAllDocuments(read('catalog-info.yaml')).map(
      document => document.toJSON(),
    );
    expect(entities[0].metadata.description).toBe(AWKWARD);
    expect(parse(read('Chart.yaml')).description).toBe(AWKWARD);
  });

  it('names every relation in the catalog', () => {
    const file = generatePipeline({ spec: sampleSpec(), charts }).find(
      ({ path: name }) => name === 'catalog-info.yaml',
    )!;
    const entities = parseAllDocuments(file.content).map(document =>
      document.toJSON(),
    );
    expect(
      entities.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual([
      'Component orders',
      'Component orders-sum',
      'Resource orders-purchases',
      'Resource orders-totals',
    ]);
    expect(entities[0].metadata.annotations['headworks.dev/environments']).toBe(
      'dev=east/data/orders',
    );
  });

  it('refuses with every problem at once', () => {
    const broken = sampleSpec(of => {
      values(of).kafka.topics.purchases.partitions = 0;
      values(of).flink.jobs.sum.parallelism = 0;
    });
    expect(() => generatePipeline({ spec: broken, charts })).toThrow(
      'values.kafka.topics.purchases.partitions: must be at least 1; give 1 or more\nvalues.flink.jobs.sum.parallelism: must be at least 1; give 1 or more',
    );
  });
});
