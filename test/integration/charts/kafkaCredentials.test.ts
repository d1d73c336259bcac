import { Renderer, Rendered } from './renderer';

interface Volume {
  name: string;
  secret: { secretName: string; items?: Array<{ key: string; path: string }> };
}

const EXTERNAL = { external: true };

/** Topics of the pipeline, where somebody else makes them. */
const THEIRS = { clicks: EXTERNAL, sessions: EXTERNAL, alerts: EXTERNAL };

/** Where a file of a mounted secret comes from: `<secret>/<key>`. */
function sources(volumes: Volume[] = []) {
  return Object.fromEntries(
    volumes.flatMap(({ name, secret }) =>
      (secret.items ?? [{ key: '*', path: '*' }]).map(({ key, path }) => [
        `${name}/${path}`,
        `${secret.secretName}/${key}`,
      ]),
    ),
  );
}

describe.each(['helm4', 'helm3'] as const)(
  'Kafka credentials of jobs under %s',
  version => {
    const charts = new Renderer(version);
    beforeAll(() => charts.start(), 900_000);
    afterAll(() => charts.stop());

    const store = { name: 'vault', kind: 'ClusterSecretStore' };
    const render = (kafka: object, more: object = {}) =>
      charts.objects({ global: { kafka }, ...more });
    const of = (made: Rendered[], kind: string, name: string) =>
      made.find(
        object => object.kind === kind && object.metadata.name === name,
      );
    const filesOf = (made: Rendered[]) => {
      const job = of(made, 'FlinkDeployment', 'clickstream-sessionize')!;
      const template = job.spec.podTemplate as {
        spec: { volumes?: Volume[] };
      };
      return sources(template.spec.volumes);
    };
    const envOf = (made: Rendered[]) => {
      const job = of(made, 'FlinkDeployment', 'clickstream-sessionize')!;
      const template = job.spec.podTemplate as {
        spec: {
          containers: [{ env: Array<{ name: string; value: string }> }];
        };
      };
      return Object.fromEntries(
        template.spec.containers[0].env.map(({ name, value }) => [name, value]),
      );
    };
    const count = (made: Rendered[], kind: string) =>
      made.filter(
        object =>
          object.kind === kind &&
          !object.metadata.annotations?.['helm.sh/hook'],
      ).length;

    it('come from Strimzi’s own secrets beside the cluster', async () => {
      const made = await render({
        authentication: 'scram-sha-512',
        namespace: 'pipelines',
      });
      expect(filesOf(made)).toEqual({
        'kafka-user/*': 'clickstream-dev-sessionize/*',
        'kafka-ca/ca.crt': 'analytics-cluster-ca-cert/ca.crt',
      });
      expect(count(made, 'KafkaUser')).toBe(2);
    });

    it('come by a KafkaAccess, under the names that Strimzi’s secret has', async () => {
      const made = await render({
        authentication: 'tls',
        credentials: { via: 'kafka-access', listener: 'tls' },
      });
      expect(
        of(made, 'KafkaAccess', 'clickstream-dev-sessionize-kafka'),
      ).toEqual(
        expect.objectContaining({
          apiVersion: 'access.strimzi.io/v1alpha1',
          spec: {
            kafka: { name: 'analytics', namespace: 'kafka', listener: 'tls' },
            user: {
              kind: 'KafkaUser',
              apiGroup: 'kafka.strimzi.io',
              name: 'clickstream-dev-sessionize',
              namespace: 'kafka',
            },
          },
        }),
      );
      expect(filesOf(made)).toEqual({
        'kafka-user/user.crt':
          'clickstream-dev-sessionize-kafka/ssl.keystore.crt',
        'kafka-user/user.key':
          'clickstream-dev-sessionize-kafka/ssl.keystore.key',
        'kafka-ca/ca.crt':
          'clickstream-dev-sessionize-kafka/ssl.truststore.crt',
      });
      expect(count(made, 'KafkaUser')).toBe(2);

      const scram = await render({
        authentication: 'scram-sha-512',
        credentials: { via: 'kafka-access' },
        tls: { caSecret: 'company-ca' },
      });
      expect(filesOf(scram)).toEqual({
        'kafka-user/password': 'clickstream-dev-sessionize-kafka/password',
        'kafka-user/sasl.jaas.config':
          'clickstream-dev-sessionize-kafka/sasl.jaas.config',
        'kafka-ca/ca.crt': 'company-ca/ca.crt',
      });
    });

    it('come by a KafkaAccess without a user where only the CA is needed', async () => {
      const made = await render({
        authentication: 'none',
        tls: { enabled: true },
        credentials: { via: 'kafka-access' },
      });
      expect(
        of(made, 'KafkaAccess', 'clickstream-dev-sessionize-kafka')?.spec,
      ).toEqual({ kafka: { name: 'analytics', namespace: 'kafka' } });
      expect(Object.keys(filesOf(made))).toEqual(['kafka-ca/ca.crt']);
      expect(count(made, 'KafkaUser')).toBe(0);
    });

    it('come by an ExternalSecret', async () => {
      const made = await render({
        authentication: 'scram-sha-512',
        credentials: {
          via: 'external-secret',
          store: { ...store, key: 'kafka/{job}' },
        },
      });
      expect(
        of(made, 'ExternalSecret', 'clickstream-dev-sessionize-kafka'),
      ).toEqual(
        expect.objectContaining({
          apiVersion: 'external-secrets.io/v1',
          spec: {
            refreshInterval: '1h',
            secretStoreRef: store,
            target: {
              name: 'clickstream-dev-sessionize-kafka',
              creationPolicy: 'Owner',
            },
            dataFrom: [
              { extract: { key: 'kafka/clickstream-dev-sessionize' } },
            ],
            data: [
              {
                secretKey: 'cluster-ca.crt',
                remoteRef: {
                  key: 'analytics-cluster-ca-cert',
                  property: 'ca.crt',
                },
              },
            ],
          },
        }),
      );
      expect(filesOf(made)).toEqual({
        'kafka-user/*': 'clickstream-dev-sessionize-kafka/*',
        'kafka-ca/ca.crt': 'clickstream-dev-sessionize-kafka/cluster-ca.crt',
      });
    });

    it('come from a secret that exists, without a user of ours', async () => {
      const made = await render(
        {
          mode: 'external',
          authentication: 'scram-sha-512',
          credentials: { via: 'existing-secret', secret: 'mine' },
        },
        { kafka: { topics: THEIRS } },
      );
      expect(filesOf(made)).toEqual({ 'kafka-user/*': 'mine/*' });
      for (const kind of ['KafkaUser', 'KafkaAccess', 'ExternalSecret']) {
        expect([kind, count(made, kind)]).toEqual([kind, 0]);
      }
    });

    it('are announced to the job alike, however they come', async () => {
      const scram = {
        KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
        KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
        KAFKA_SASL_JAAS_CONFIG_FILE: '/etc/kafka/user/sasl.jaas.config',
        KAFKA_CA_FILE: '/etc/kafka/ca/ca.crt',
      };
      const ways = [
        { via: 'kafka-access' },
        { via: 'external-secret', store },
        { via: 'existing-secret', secret: 'mine' },
      ];
      for (const credentials of ways) {
        const made = await render({
          authentication: 'scram-sha-512',
          credentials,
          tls: { caSecret: 'ca' },
        });
        expect(envOf(made)).toMatchObject(scram);
      }
      const tls = envOf(
        await render({
          authentication: 'tls',
          credentials: { via: 'kafka-access' },
        }),
      );
      expect(tls).toMatchObject({
        KAFKA_SECURITY_PROTOCOL: 'SSL',
        KAFKA_USER_CERTIFICATE_FILE: '/etc/kafka/user/user.crt',
        KAFKA_USER_KEY_FILE: '/etc/kafka/user/user.key',
      });
      expect(tls).not.toHaveProperty('KAFKA_SASL_MECHANISM');
      const open = envOf(await render({ authentication: 'none' }));
      expect(open).toMatchObject({ KAFKA_SECURITY_PROTOCOL: 'PLAINTEXT' });
      expect(open).not.toHaveProperty('KAFKA_CA_FILE');
    });

    it('carry the topic prefix into rules and environment', async () => {
      const made = await render({
        authentication: 'tls',
        credentials: { via: 'kafka-access' },
        topicPrefix: 'dev.',
      });
      const { authorization } = of(
        made,
        'KafkaUser',
        'clickstream-dev-sessionize',
      )!.spec;
      expect(JSON.stringify(authorization)).toContain('"name":"dev.clicks"');
      expect(envOf(made)).toMatchObject({ KAFKA_TOPIC_PREFIX: 'dev.' });
      expect(of(made, 'KafkaTopic', 'dev.clicks')?.spec).toMatchObject({
        topicName: 'dev.clicks',
      });
    });

    it('are limited where the job says so', async () => {
      const made = await render(
        { authentication: 'tls', credentials: { via: 'kafka-access' } },
        {
          flink: {
            jobs: { sessionize: { kafkaQuotas: { producerByteRate: 1000 } } },
          },
        },
      );
      expect(
        of(made, 'KafkaUser', 'clickstream-dev-sessionize')?.spec.quotas,
      ).toEqual({ producerByteRate: 1000 });
    });

    it.each<[string, object, string]>([
      [
        'that Strimzi would write into another namespace',
        { authentication: 'scram-sha-512' },
        'global.kafka.credentials.via: Strimzi writes secrets only into namespace "kafka", the jobs run in "pipelines"; use kafka-access, external-secret or existing-secret',
      ],
      [
        'of which only the CA is in another namespace',
        { authentication: 'none', tls: { enabled: true } },
        'global.kafka.credentials.via: Strimzi writes secrets only into namespace "kafka", the jobs run in "pipelines"; use kafka-access, external-secret or existing-secret',
      ],
      [
        'that nobody writes',
        { mode: 'external', authentication: 'tls' },
        'global.kafka.credentials.via: nobody writes a user\'s secret in mode "external"; use external-secret or existing-secret',
      ],
      [
        'by an ExternalSecret without a store',
        { authentication: 'tls', credentials: { via: 'external-secret' } },
        'global.kafka.credentials.store.name: external-secret needs a store; name it',
      ],
      [
        'by a KafkaAccess to a Kafka that is not Strimzi’s',
        {
          mode: 'external',
          authentication: 'tls',
          credentials: { via: 'kafka-access' },
        },
        'global.kafka.credentials.via: kafka-access knows Strimzi\'s clusters only, and the mode is "external"; use external-secret or existing-secret',
      ],
      [
        'from a secret without a name',
        { authentication: 'tls', credentials: { via: 'existing-secret' } },
        "global.kafka.credentials.secret: existing-secret needs the secret's name; set it",
      ],
    ])('are refused %s', async (_, kafka, sentence) => {
      const topics = 'mode' in kafka ? THEIRS : {};
      expect(
        await charts.refusal({ global: { kafka }, kafka: { topics } }),
      ).toContain(`1 problem(s) in the values:\n- ${sentence}\n`);
    });

    it('are refused for a name that no certificate takes', async () => {
      const job = 'a'.repeat(33);
      const text = await charts.refusal({
        global: {
          environment: 'environment-of-a-te',
          kafka: {
            authentication: 'tls',
            credentials: { via: 'kafka-access' },
          },
        },
        flink: {
          jobs: {
            [job]: {
              image: { repository: 'flink', tag: '2.1' },
              jar: 'local:///x.jar',
            },
          },
        },
      });
      expect(text).toContain(
        `flink.jobs.${job}: its Kafka user "clickstream-environment-of-a-te-${job}" has 65 characters and a certificate takes 64; shorten the job's or the pipeline's name, or use scram-sha-512`,
      );
    });
  },
);
