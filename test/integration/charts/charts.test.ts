import { topicObjectName } from '@headworks/backstage-plugin-data-pipelines-node';
import { readSample } from '../world';
import { Renderer } from './renderer';

const AWKWARD = `a: b # c {{ .Values.x }} }} "q" 'q'\nline: |\n  - x`;

/** What plain Helm makes of a generated chart; no cluster needed. */
describe.each(['helm4', 'helm3'] as const)('the charts under %s', version => {
  const charts = new Renderer(version);
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('render the same bytes twice', async () => {
    expect(await charts.template()).toBe(await charts.template());
  });

  it('name objects for the pipeline, not for the release', async () => {
    const names = (await charts.objects()).map(
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
    for (const { kind, metadata } of await charts.objects()) {
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
      await charts.objects({
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
    const made = await charts.objects({
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
      'headworks.dev/owner': 'group:default/data-team',
      'headworks.dev/reads': 'clicks',
      'headworks.dev/writes': 'sessions',
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
    const job = {
      image: { repository: 'flink', tag: '1.20' },
      jar: 'local:///job.jar',
      entryClass: '0777',
    };
    spec.pipeline.name = 'on';
    spec.values = {
      ...spec.values,
      kafka: { topics: { on: {}, '1_000': {} } },
      flink: {
        jobs: { tell: { ...job, args: tricky, reads: ['on', '1_000'] } },
      },
    };
    await charts.write(spec);
    const made = await charts.objects({}, 'on');
    const deployment = made.find(({ kind }) => kind === 'FlinkDeployment');
    expect(deployment?.spec).toMatchObject({
      image: 'flink:1.20',
      job: { args: tricky, entryClass: '0777' },
    });
    expect(made.filter(({ kind }) => kind === 'KafkaTopic').length).toBe(2);
  });

  it('leave out what is disabled', async () => {
    const names = (
      await charts.objects({
        flink: { jobs: { alerting: { enabled: false } } },
      })
    ).map(({ metadata }) => metadata.name);
    expect(names).toContain('clickstream-sessionize');
    expect(names).not.toContain('clickstream-alerting');
  });

  it('let `override` say what the chart has no field for', async () => {
    const made = await charts.objects({
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

  it('never put a secret’s content into an object', async () => {
    const made = await charts.objects({
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
        'a password in an address',
        { global: { storage: { uri: 's3://me:hunter2@bucket/x' } } },
        'global.storage.uri: it holds a user and a password; remove them and name a secret in global.storage.credentials.secret',
      ],
      [
        'storage that is gone with the pod, in production',
        {
          global: { profile: 'prod', storage: { uri: 'file:///state' } },
        },
        'global.storage.uri: file:// is gone with the pod, and profile prod does not allow it; use s3://, gs://, abfss:// or hdfs://',
      ],
      [
        'Kafka in the clear, in production',
        { global: { profile: 'regulated' } },
        'global.kafka.authentication: none without TLS sends everything in the clear, and profile regulated does not allow it; use an encrypted listener (authentication: scram-sha-512 or tls, or tls.enabled: true)',
      ],
      [
        'secrets that Strimzi would write elsewhere',
        { global: { kafka: { authentication: 'scram-sha-512' } } },
        'global.kafka.credentials.via: Strimzi writes secrets only into namespace "kafka"',
      ],
    ])('%s', async (_, extra, sentence) => {
      expect(await charts.refusal(extra)).toContain(sentence);
    });

    it('a password in an address, without repeating it', async () => {
      const text = await charts.refusal({
        global: { storage: { uri: 's3://me:hunter2@bucket/x' } },
      });
      expect(text).not.toContain('hunter2');
    });

    it('several things at once', async () => {
      const text = await charts.refusal({
        flink: { jobs: { sessionize: { reads: ['nothing', 'never'] } } },
      });
      expect(text).toContain('2 problem(s) in the values');
    });

    it('values without an environment', async () => {
      await expect(charts.run([])).rejects.toThrow(
        'add -f values-<environment>.yaml',
      );
    });
  });
});
