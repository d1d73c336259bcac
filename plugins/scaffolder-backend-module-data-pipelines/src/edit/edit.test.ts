import path from 'node:path';
import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Edit,
  generatePipeline,
  loadCharts,
  textOf,
  withFile,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { addTopics } from './addTopics';
import { promote } from './promote';

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
    kafka: { topics: { purchases: { partitions: 3 } } },
    flink: {
      jobs: {
        sum: {
          image: { repository: 'flink', tag: '2.1' },
          jar: 'local:///opt/flink/usrlib/sum.jar',
          reads: ['purchases'],
        },
      },
    },
  },
};
const PROD = { environment: 'prod', cluster: 'west', namespace: 'orders' };

let files: GeneratedFile[];

beforeAll(async () => {
  const charts = path.resolve(__dirname, '../../../../charts');
  files = generatePipeline({ spec, charts: await loadCharts(charts) });
});

const changed = (edit: Edit) =>
  edit.files
    .filter(
      ({ path: name, content }) =>
        content !== files.find(file => file.path === name)?.content,
    )
    .map(({ path: name }) => name);

describe('addTopics', () => {
  it('changes what topics are in, and nothing else', () => {
    const edit = addTopics(files, [{ name: 'totals', partitions: 6 }]);
    expect(changed(edit)).toEqual([
      '.headworks.yaml',
      'README.md',
      'catalog-info.yaml',
      'values.yaml',
    ]);
    expect(edit.kept).toEqual([]);
  });

  it('keeps what people wrote, and says what it could not bring up to date', () => {
    const readme = { path: 'README.md', content: '# Ours\n' };
    const edit = addTopics(withFile(files, readme), [{ name: 'totals' }]);
    expect(textOf(edit.files, 'README.md')).toBe('# Ours\n');
    expect(edit.kept).toEqual([
      { path: 'README.md', reason: 'it was changed here' },
    ]);
  });

  it('changes nothing the second time', () => {
    const topics = [{ name: 'totals', partitions: 6 }];
    const once = addTopics(files, topics).files;
    expect(addTopics(once, topics).files).toEqual(once);
  });

  it.each([
    [[], 'Topics: there are none; add at least one topic'],
    [
      [{ name: 'purchases', partitions: 9 }],
      'Topics › purchases: the pipeline has this topic already; choose another name, or change kafka.topics.purchases in its values.yaml',
    ],
    [
      [{ name: 'a' }, { name: 'a' }],
      'Topics › a: stands there twice; remove or rename one of them',
    ],
    [
      [{ name: 'totals', partitions: 0 }],
      'Topics › totals › partitions: must be at least 1; give 1 or more',
    ],
  ])('refuses %j', (topics, sentence) => {
    expect(() => addTopics(files, topics)).toThrow(sentence);
  });

  it('keeps the name of a topic a name, whatever it is', () => {
    const edit = addTopics(files, [{ name: '__proto__', partitions: 2 }]);
    expect(textOf(edit.files, 'values.yaml')).toContain('__proto__:');
  });
});

describe('promote', () => {
  it('adds an environment that starts empty', () => {
    const edit = promote(files, { target: PROD });
    expect(changed(edit)).toEqual([
      '.headworks.yaml',
      'README.md',
      'catalog-info.yaml',
      'values-prod.yaml',
    ]);
  });

  it('names only what is another Kafka there', () => {
    const kafka = { cluster: 'analytics', namespace: 'streams' };
    const edit = promote(files, { target: PROD, kafka });
    const values = textOf(edit.files, 'values-prod.yaml');
    expect(values).toContain('namespace: streams');
    expect(values).not.toContain('mode:');
  });

  it('changes nothing the second time', () => {
    const savepoints = [{ job: 'sum', path: 's3://state/savepoint-1' }];
    const answers = { target: PROD, profile: 'prod' as const, savepoints };
    const once = promote(files, answers).files;
    expect(promote(once, answers).files).toEqual(once);
  });

  it.each([
    [
      { ...PROD, environment: 'dev' },
      [],
      'Where it runs › Environment: the pipeline has "dev" already; choose another name, or change values-dev.yaml',
    ],
    [
      PROD,
      [{ job: 'sum', path: 'savepoint-1' }],
      'Savepoints › sum: "savepoint-1" is no address; give the savepoint\'s folder, such as s3://bucket/savepoint-1',
    ],
    [
      { ...PROD, namespace: 'Orders' },
      [],
      'Where it runs › Namespace: not a valid name',
    ],
  ])('refuses %j with %j', (target, savepoints, sentence) => {
    expect(() => promote(files, { target, savepoints })).toThrow(sentence);
  });
});
