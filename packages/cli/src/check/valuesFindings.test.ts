import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  loadCharts,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { valuesFindings } from './valuesFindings';

describe('valuesFindings', () => {
  let files: GeneratedFile[];

  beforeAll(async () => {
    files = generatePipeline({
      // eslint-disable-next-line no-restricted-syntax
      charts: await loadCharts(path.join(__dirname, '../../../../charts')),
      spec: {
        pipeline: { name: 'web', owner: 'group:default/web' },
        environments: {
          dev: { cluster: 'one', namespace: 'two' },
          prod: {
            cluster: 'one',
            namespace: 'three',
            values: { flink: { jobs: { sum: { parallelism: 8 } } } },
          },
        },
        values: {
          global: {
            kafka: {
              ...{ mode: 'strimzi', cluster: 'k', namespace: 'k' },
              ...{ bootstrapServers: 'k:9093', authentication: 'tls' },
              credentials: { via: 'kafka-access' },
            },
            storage: { uri: 's3://a/b' },
          },
          kafka: { topics: { clicks: { partitions: 3 } } },
          flink: {
            jobs: {
              sum: {
                image: { repository: 'sum', tag: '1' },
                jar: 'local:///sum.jar',
                reads: ['clicks'],
              },
            },
          },
        },
      },
    });
  });

  const after = (file: string, from: string, to: string) =>
    valuesFindings(
      files.map(one =>
        one.path === file
          ? { ...one, content: one.content.replace(from, to) }
          : one,
      ),
    ).map(
      ({ environment, value, problem, file: name, line }) =>
        `${environment ?? ''}|${value ?? ''}|${name}:${line}: ${problem}`,
    );
  const lineOf = (file: string, text: string) =>
    files
      .find(one => one.path === file)!
      .content.split('\n')
      .findIndex(line => line.includes(text)) + 1;

  it('finds nothing in what was generated', () => {
    expect(valuesFindings(files)).toEqual([]);
  });

  it('points to the line in the values of all environments', () => {
    const line = lineOf('values.yaml', 'partitions: 3');
    expect(after('values.yaml', 'partitions: 3', 'partitons: 3')).toEqual([
      expect.stringContaining(
        `|kafka.topics.clicks.partitons|values.yaml:${line}: `,
      ),
    ]);
  });

  it("points to the line in an environment's own values", () => {
    const line = lineOf('values-prod.yaml', 'parallelism: 8');
    expect(
      after('values-prod.yaml', 'parallelism: 8', 'parallelism: 0'),
    ).toEqual([
      expect.stringContaining(
        `prod|flink.jobs.sum.parallelism|values-prod.yaml:${line}: `,
      ),
    ]);
  });

  it('names the file that cannot be read', () => {
    expect(after('values.yaml', 'kafka:\n', 'kafka: [\n')).toEqual([
      expect.stringMatching(/^\|\|values\.yaml:1: /),
    ]);
  });

  it('leaves it to Helm where the charts are elsewhere', () => {
    expect(
      valuesFindings(files.filter(one => !one.path.startsWith('charts/'))),
    ).toEqual([]);
  });
});
