import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  changed,
  chartsOfVersion,
  ourCharts,
  sampleSpec,
} from '../__testUtils__/sample';
import { generatePipeline } from '../generatePipeline';
import { upgradePipeline } from './upgradePipeline';

let charts: GeneratedFile[];
let newer: GeneratedFile[];
let files: GeneratedFile[];
beforeAll(async () => {
  charts = chartsOfVersion(await ourCharts(), '1.2.0');
  newer = chartsOfVersion(charts, '1.10.0');
  files = generatePipeline({ spec: sampleSpec(), charts });
});

const read = (from: readonly GeneratedFile[], path: string) =>
  from.find(file => file.path === path)?.content;

describe('upgradePipeline', () => {
  it('changes nothing with the version that is there', () => {
    expect(upgradePipeline({ files, charts })).toEqual({
      from: '1.2.0',
      to: '1.2.0',
      files,
      changed: [],
      removed: [],
      kept: [],
    });
  });

  it('gives what a new pipeline would have', () => {
    const upgrade = upgradePipeline({ files, charts: newer });
    expect(upgrade.files).toEqual(
      generatePipeline({ spec: sampleSpec(), charts: newer }),
    );
    expect(upgrade).toMatchObject({ from: '1.2.0', to: '1.10.0', kept: [] });
    expect(upgrade.changed).toEqual([
      '.headworks.yaml',
      'Chart.yaml',
      'charts/.sha256sums',
      'charts/common/Chart.yaml',
      'charts/flink/Chart.yaml',
      'charts/kafka/Chart.yaml',
      'charts/spark/Chart.yaml',
    ]);
  });

  it('removes what the newer charts no longer have, and adds what is new', () => {
    const [gone] = newer.filter(({ path }) =>
      path.startsWith('flink/templates/'),
    );
    const upgrade = upgradePipeline({
      files,
      charts: [
        ...newer.filter(file => file !== gone),
        { path: 'flink/templates/new.yaml', content: '# new\n' },
      ],
    });
    expect(upgrade.removed).toEqual([`charts/${gone.path}`]);
    expect(upgrade.changed).toContain('charts/flink/templates/new.yaml');
  });

  it('leaves values as people wrote them, byte for byte', () => {
    const mine = changed(
      files,
      'values.yaml',
      content =>
        `# ours\n${content.replace('partitions: 3', 'partitions:   3')}`,
    );
    const upgrade = upgradePipeline({ files: mine, charts: newer });
    expect(read(upgrade.files, 'values.yaml')).toBe(read(mine, 'values.yaml'));
  });

  it('leaves files alone that it never made', () => {
    const mine = [
      ...files,
      { path: 'docs/mine.md', content: 'x' },
      { path: 'charts/mine/Chart.yaml', content: 'name: mine\n' },
    ];
    const upgrade = upgradePipeline({ files: mine, charts: newer });
    expect(upgrade.removed).toEqual([]);
    expect(read(upgrade.files, 'docs/mine.md')).toBe('x');
    expect(read(upgrade.files, 'charts/mine/Chart.yaml')).toBe('name: mine\n');
  });

  it('keeps what people changed, and says so only where a newer text exists', () => {
    const mine = changed(files, 'README.md', content => `${content}\nOurs.\n`);
    const same = upgradePipeline({ files: mine, charts: newer });
    expect(same.kept).toEqual([]);

    const withTopic = changed(mine, 'values.yaml', content =>
      content.replace('totals: {}', 'totals: {}\n    returns: {}'),
    );
    const upgrade = upgradePipeline({ files: withTopic, charts: newer });
    expect(upgrade.kept).toEqual([
      { path: 'README.md', reason: 'it was changed here' },
    ]);
    expect(read(upgrade.files, 'README.md')).toBe(read(mine, 'README.md'));
    expect(read(upgrade.files, 'catalog-info.yaml')).toContain(
      'orders-returns',
    );
  });

  it('does not bring back what people removed', () => {
    const mine = files.filter(({ path }) => path !== 'README.md');
    const upgrade = upgradePipeline({ files: mine, charts: newer });
    expect(read(upgrade.files, 'README.md')).toBeUndefined();
  });

  it('moves the versions in a Chart.yaml that people changed', () => {
    const mine = changed(files, 'Chart.yaml', content =>
      content
        .replace('version: "0.1.0"', 'version: 7.0.0 # ours')
        .concat('  - name: mine\n    version: 1.2.0\n    repository: ""\n'),
    );
    const upgrade = upgradePipeline({ files: mine, charts: newer });
    const chart = read(upgrade.files, 'Chart.yaml')!;
    expect(chart).toContain('version: 7.0.0 # ours');
    expect(chart).toContain('- name: mine\n    version: 1.2.0');
    expect(chart.match(/version: "1\.10\.0"/g)).toHaveLength(4);
  });

  it.each(['charts/flink/Chart.yaml', 'templates/validate.yaml'])(
    'refuses a change of %s, which it would lose',
    path => {
      const mine = changed(files, path, content => `${content}# mine\n`);
      expect(() => upgradePipeline({ files: mine, charts: newer })).toThrow(
        `${path}: it is not as Headworks wrote it, and an upgrade replaces it; move the change to \`override\` in the values, and restore the file from Git`,
      );
    },
  );

  it('refuses to go back', () => {
    const ahead = generatePipeline({ spec: sampleSpec(), charts: newer });
    expect(() => upgradePipeline({ files: ahead, charts })).toThrow(
      '.headworks.yaml: the repository has charts 1.10.0 and these are 1.2.0; use Headworks 1.10.0 or newer',
    );
  });

  it('refuses values that the newer charts refuse', () => {
    const mine = changed(files, 'values.yaml', content =>
      content.replace('partitions: 3', 'partitions: 0'),
    );
    expect(() => upgradePipeline({ files: mine, charts: newer })).toThrow(
      'values.kafka.topics.purchases.partitions: must be at least 1',
    );
  });

  it('upgrades a repository from before .headworks.yaml', () => {
    const old = files.filter(
      ({ path }) => !['.headworks.yaml', 'charts/.sha256sums'].includes(path),
    );
    const mine = changed(old, 'README.md', () => 'Ours.\n');
    const upgrade = upgradePipeline({ files: mine, charts: newer });
    expect(upgrade.from).toBe('1.2.0');
    expect(upgrade.kept).toEqual([
      {
        path: 'README.md',
        reason: 'nothing says whether it was changed here',
      },
    ]);
    expect(upgrade.changed).toContain('.headworks.yaml');
  });

  it('upgrades twice as once', () => {
    const once = upgradePipeline({ files, charts: newer });
    expect(
      upgradePipeline({ files: once.files, charts: newer }).changed,
    ).toEqual([]);
  });

  describe('with migrations', () => {
    const rename = (version: string, topic: string) => ({
      version,
      edits: (values: object) =>
        JSON.stringify(values).includes('"kafka"')
          ? [{ path: ['kafka', 'topics', topic], value: { partitions: 1 } }]
          : [],
    });

    it('edits values that need it, with the comments kept', () => {
      const mine = changed(files, 'values.yaml', content =>
        content.replace('partitions: 3', 'partitions: 3 # measured'),
      );
      const upgrade = upgradePipeline({
        files: mine,
        charts: newer,
        migrations: [
          rename('1.2.0', 'too-old'),
          rename('1.10.0', 'due'),
          rename('1.11.0', 'too-new'),
        ],
      });
      const values = read(upgrade.files, 'values.yaml')!;
      expect(values).toContain('partitions: 3 # measured');
      expect(values).toContain('due:');
      expect(values).not.toContain('too-');
      expect(upgrade.changed).toContain('values.yaml');
      expect(upgrade.changed).not.toContain('values-dev.yaml');
    });
  });
});
