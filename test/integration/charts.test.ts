import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  generatePipeline,
  loadCharts,
  PipelineSpec,
  topicObjectName,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parseAllDocuments, stringify } from 'yaml';
import { ensureBinaries } from '../cluster/binaries';
import { KubernetesObject } from '../cluster/client';
import { readSample } from './world';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../..');
const AWKWARD = `a: b # c {{ .Values.x }} }} "q" 'q'\nline: |\n  - x`;

interface Rendered extends KubernetesObject {
  spec: Record<string, unknown>;
}

/** What plain Helm makes of a generated chart; no cluster needed. */
describe.each(['helm4', 'helm3'] as const)('the charts under %s', version => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-charts-'));
  let helm: string;
  let charts: Awaited<ReturnType<typeof loadCharts>>;

  beforeAll(async () => {
    helm = (await ensureBinaries(() => {}))[version];
    charts = await loadCharts(path.join(root, 'charts'));
    write(readSample('clickstream'));
  }, 900_000);

  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

  function write(spec: PipelineSpec) {
    for (const file of generatePipeline({ spec, charts })) {
      const target = path.join(home, spec.pipeline.name, file.path);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, file.content);
    }
  }

  /** Renders with more values on top, as a person who edits them. */
  async function template(extra: object = {}, dir = 'clickstream') {
    const file = path.join(home, 'extra.yaml');
    fs.writeFileSync(file, stringify(extra));
    const { stdout } = await run(
      helm,
      [
        'template',
        'rel',
        '.',
        '-n',
        'pipelines',
        '-f',
        'values-dev.yaml',
        '-f',
        file,
      ],
      { cwd: path.join(home, dir), maxBuffer: 1 << 26 },
    );
    return stdout;
  }

  async function objects(extra: object = {}, dir?: string) {
    return parseAllDocuments(await template(extra, dir))
      .map(document => document.toJSON() as Rendered | null)
      .filter((object): object is Rendered => object !== null);
  }

  const refusal = (extra: object) =>
    template(extra).then(
      () => 'nothing was refused',
      (error: Error & { stderr: string }) => error.stderr,
    );

  it('render the same bytes twice', async () => {
    expect(await template()).toBe(await template());
  });

  it('name objects for the pipeline, not for the release', async () => {
    const names = (await objects()).map(
      ({ kind, metadata }) => `${kind} ${metadata.name}`,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'FlinkDeployment clickstream-sessionize',
        'KafkaTopic clicks',
      ]),
    );
    expect(names.join()).not.toContain('rel');
  });

  it('label every object and pod with pipeline, environment and job', async () => {
    for (const { kind, metadata } of await objects()) {
      expect([kind, metadata.labels]).toEqual([
        kind,
        expect.objectContaining({
          'headworks.dev/pipeline': 'clickstream',
          'headworks.dev/environment': 'dev',
        }),
      ]);
    }
  });

  it('name a topic’s object as the generator does', async () => {
    const topics = ['Orders.In', 'a_b', 'a-b', 'x'.repeat(240), '..dots..'];
    const rendered = (
      await objects({
        kafka: {
          topics: Object.fromEntries(topics.map(name => [name, {}])),
        },
      })
    ).filter(({ kind }) => kind === 'KafkaTopic');
    for (const topic of topics) {
      const made = rendered.find(
        ({ metadata }) => metadata.name === topicObjectName(topic),
      );
      // Strimzi takes the object's name where topicName says nothing.
      expect(made?.spec.topicName ?? made?.metadata.name).toBe(topic);
    }
    expect(new Set(rendered.map(({ metadata }) => metadata.name)).size).toBe(
      rendered.length,
    );
  });

  it('pass text on as that very text', async () => {
    const made = await objects({
      flink: {
        jobs: {
          sessionize: {
            description: AWKWARD,
            args: [AWKWARD],
            env: { NOTE: AWKWARD },
            flinkConfiguration: { 'pipeline.name': AWKWARD },
          },
        },
      },
    });
    const job = made.find(
      ({ kind, metadata }) =>
        kind === 'FlinkDeployment' &&
        metadata.name === 'clickstream-sessionize',
    )!;
    expect(job.metadata.annotations).toEqual({
      'headworks.dev/description': AWKWARD,
    });
    expect(job.spec.job).toMatchObject({ args: [AWKWARD] });
    expect(job.spec.flinkConfiguration).toMatchObject({
      'pipeline.name': AWKWARD,
    });
    expect(JSON.stringify(job.spec.podTemplate)).toContain(
      JSON.stringify(AWKWARD),
    );
  });

  it('keep text text that YAML could take for something else', async () => {
    const tricky = [
      ...['on', 'no', 'Yes', 'y', 'null', '~', '', '0777', '0o17', '1:30'],
      ...['1_000', '1e3', '.inf', '2026-11-24', '0x1F', '=', '<<', '+1', ' x '],
    ];
    const spec = readSample('clickstream');
    const job = { image: { repository: 'flink', tag: '1.20' }, jar: '0777' };
    spec.pipeline.name = 'on';
    spec.values = {
      ...spec.values,
      kafka: { topics: { on: {}, '1_000': {} } },
      flink: {
        jobs: { tell: { ...job, args: tricky, reads: ['on', '1_000'] } },
      },
    };
    write(spec);
    const made = await objects({}, 'on');
    const deployment = made.find(({ kind }) => kind === 'FlinkDeployment');
    expect(deployment?.spec).toMatchObject({
      image: 'flink:1.20',
      job: { args: tricky, jarURI: '0777' },
    });
    expect(made.filter(({ kind }) => kind === 'KafkaTopic').length).toBe(2);
  });

  it('leave out what is disabled', async () => {
    const names = (
      await objects({ flink: { jobs: { alerting: { enabled: false } } } })
    ).map(({ metadata }) => metadata.name);
    expect(names).toContain('clickstream-sessionize');
    expect(names).not.toContain('clickstream-alerting');
  });

  it('let `override` say what the chart has no field for', async () => {
    const made = await objects({
      flink: {
        jobs: {
          sessionize: {
            override: {
              spec: { restartNonce: 7, jobManager: { replicas: 2 } },
            },
          },
        },
      },
    });
    const job = made.find(
      ({ metadata, kind }) =>
        kind === 'FlinkDeployment' &&
        metadata.name === 'clickstream-sessionize',
    )!;
    expect(job.spec).toMatchObject({
      restartNonce: 7,
      jobManager: { replicas: 2, resource: { memory: '1536m' } },
    });
  });

  it('make a cluster whose copies fit its brokers', async () => {
    const made = await objects({
      kafka: {
        cluster: { create: true, pools: { brokers: { replicas: 1 } } },
      },
    });
    const kafka = made.find(({ kind }) => kind === 'Kafka');
    expect(kafka?.spec.kafka).toMatchObject({
      config: {
        'default.replication.factor': 1,
        'min.insync.replicas': 1,
        'offsets.topic.replication.factor': 1,
      },
    });
    const topics = made.filter(({ kind }) => kind === 'KafkaTopic');
    expect(topics.map(({ spec }) => spec.replicas)).toEqual([1, 1, 1]);
  });

  it('never put a secret’s content into an object', async () => {
    const made = await objects({
      global: {
        storage: { uri: 's3://b/x', credentials: { secret: 'storage-keys' } },
      },
    });
    expect(made.map(({ kind }) => kind)).not.toContain('Secret');
    expect(JSON.stringify(made)).toContain(
      '"secretRef":{"name":"storage-keys"}',
    );
  });

  describe('refuse', () => {
    it.each<[string, object, string]>([
      [
        'no partitions',
        { kafka: { topics: { clicks: { partitions: 0 } } } },
        'minimum: got 0, want 1',
      ],
      [
        'a misspelt field',
        { flink: { jobs: { sessionize: { paralellism: 2 } } } },
        'paralellism',
      ],
      [
        'a topic that nobody declares',
        { flink: { jobs: { sessionize: { reads: ['nothing'] } } } },
        'flink.jobs.sessionize.reads: nobody declares the topic "nothing"; add it to kafka.topics',
      ],
      [
        'a name that Flink would not take',
        {
          flink: {
            jobs: {
              ['a'.repeat(40)]: {
                image: { repository: 'flink', tag: '2.1' },
                jar: 'local:///x.jar',
              },
            },
          },
        },
        'has 52 characters and Flink allows 45',
      ],
      [
        'secrets that Strimzi would write elsewhere',
        { global: { kafka: { authentication: 'scram-sha-512' } } },
        'global.kafka.credentials.via: Strimzi writes a user\'s secret only into namespace "kafka"',
      ],
    ])('%s', async (_, extra, sentence) => {
      expect(await refusal(extra)).toContain(sentence);
    });

    describe('of a Kafka cluster', () => {
      const cluster = (change: object, topics: object = {}) =>
        refusal({
          kafka: {
            cluster: { create: true, ...change },
            topics: { clicks: {}, ...topics },
          },
        });

      it('more copies than brokers', async () => {
        const text = await cluster(
          { pools: { brokers: { replicas: 2 } } },
          { clicks: { replicas: 3 } },
        );
        expect(text).toContain(
          'kafka.topics.clicks.replicas: 3 copies need 3 brokers and the pools make 2; lower it or add brokers',
        );
      });

      it('as many copies in sync as there are', async () => {
        const text = await cluster({
          config: { 'min.insync.replicas': 3 },
        });
        expect(text).toContain(
          'kafka.cluster.config.min.insync.replicas: 3 of 3 copies leave no broker to restart; set it to 2',
        );
      });

      it('two listeners on one port', async () => {
        const text = await cluster({
          listeners: {
            one: { port: 9092, type: 'internal' },
            two: { port: 9092, type: 'nodeport' },
          },
        });
        expect(text).toContain(
          'kafka.cluster.listeners.two.port: the listener "one" has port 9092 already; give each a port of its own',
        );
      });

      it('client certificates without encryption', async () => {
        const text = await cluster({
          listeners: {
            one: { port: 9092, type: 'internal', authentication: 'tls' },
          },
        });
        expect(text).toContain(
          'kafka.cluster.listeners.one.authentication: tls needs an encrypted listener; set tls: true',
        );
      });

      it('settings that Strimzi would ignore, and only those', async () => {
        const text = await cluster({
          config: {
            'advertised.listeners': 'x',
            'ssl.cipher.suites': 'y',
            'log.retention.hours': 3,
          },
        });
        expect(text).toContain('1 problem(s)');
        expect(text).toContain(
          'kafka.cluster.config.advertised.listeners: Strimzi ignores settings that begin with "advertised."; remove it',
        );
      });

      it('no controllers', async () => {
        const text = await cluster({
          pools: { controllers: { enabled: false } },
        });
        expect(text).toContain(
          'kafka.cluster.pools: no pool has the role controller; enable one or add the role to another',
        );
      });

      it('a version that the operator does not run', async () => {
        expect(await cluster({ version: '3.9.0' })).toContain('version');
      });

      it('a cluster where nobody manages Kafka', async () => {
        const text = await refusal({
          global: { kafka: { mode: 'external' } },
          kafka: { cluster: { create: true } },
        });
        expect(text).toContain(
          'kafka.cluster.create: mode "external" manages no cluster; set global.kafka.mode to strimzi, or create to false',
        );
      });
    });

    it('several things at once', async () => {
      const text = await refusal({
        flink: { jobs: { sessionize: { reads: ['nothing', 'never'] } } },
      });
      expect(text).toContain('2 problem(s) in the values');
    });

    it('values without an environment', async () => {
      await expect(
        run(helm, ['template', 'rel', '.'], {
          cwd: path.join(home, 'clickstream'),
        }),
      ).rejects.toThrow('add -f values-<environment>.yaml');
    });
  });
});
