import { Renderer } from './renderer';

/** Values of kafka beside the cluster. */
const BESIDE: Array<[string, object, string]> = [
  [
    'a topic setting that does not exist',
    { topics: { clicks: { config: { 'no.such.key': 1 } } } },
    'kafka.topics.clicks.config.no.such.key: Kafka has no such topic setting; correct or remove it',
  ],
  [
    'an operation that fits no group',
    {
      users: {
        a: {
          acls: { r: { resource: 'group', name: 'g', operations: ['Write'] } },
        },
      },
    },
    'kafka.users.a.acls.r.operations: Write fits no group and Kafka would never ask for it; use Read, Delete, Describe, AlterConfigs, DescribeConfigs, All',
  ],
  [
    'an operation that fits no cluster',
    {
      users: {
        a: { acls: { r: { resource: 'cluster', operations: ['Read'] } } },
      },
    },
    'kafka.users.a.acls.r.operations: Read fits no cluster and Kafka would never ask for it; use Create, Alter, Describe, ClusterAction, AlterConfigs, DescribeConfigs, IdempotentWrite, All',
  ],
  [
    'a rule about nothing',
    {
      users: {
        a: { acls: { r: { resource: 'topic', operations: ['Read'] } } },
      },
    },
    'kafka.users.a.acls.r.name: a rule about a topic needs its name; set it (* is every one)',
  ],
  [
    'a user of a topic that nobody declares',
    { users: { a: { reads: ['nothing'] } } },
    'kafka.users.a.reads: nobody declares the topic "nothing"; add it to kafka.topics (external: true if somebody else owns it)',
  ],
  [
    'a user whose name no certificate takes',
    { users: { a: { name: 'n'.repeat(65), authentication: 'tls' } } },
    `kafka.users.a: the name "${'n'.repeat(
      65,
    )}" has 65 characters and a certificate takes 64; set a shorter name, or use scram-sha-512`,
  ],
  [
    'a user with a job’s name',
    { users: { sessionize: {} } },
    'kafka.users.sessionize: a job has this name, and both would be one Kafka user; rename one or set name',
  ],
  [
    'a connector of a topic that nobody declares',
    {
      connect: {
        c: { connectors: { x: { class: 'X', writes: ['nothing'] } } },
      },
    },
    'kafka.connect.c.connectors.x.writes: nobody declares the topic "nothing"; add it to kafka.topics (external: true if somebody else owns it)',
  ],
  [
    'a connector setting that has a field',
    {
      connect: {
        c: { connectors: { x: { class: 'X', config: { 'tasks.max': 1 } } } },
      },
    },
    "kafka.connect.c.connectors.x.config.tasks.max: Strimzi ignores it; use the connector's own fields instead",
  ],
  [
    'a worker setting that Strimzi ignores, and only that',
    {
      connect: {
        c: { config: { 'ssl.protocol': 'TLSv1.3', 'rest.port': 8083 } },
      },
    },
    'kafka.connect.c.config.rest.port: Strimzi ignores settings that begin with "rest."; remove it',
  ],
  [
    'a Connect cluster with a job’s name',
    { connect: { sessionize: {} } },
    'kafka.connect.sessionize: a job has this name, and both would have one Kafka user; rename one',
  ],
];

describe.each(['helm4', 'helm3'] as const)('under %s', version => {
  const charts = new Renderer(version);
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const only = (sentence: string) =>
    `1 problem(s) in the values:\n- ${sentence}\n`;

  describe('the kafka chart refuses', () => {
    it.each(BESIDE)('%s', async (_, kafka, sentence) => {
      expect(await charts.refusal({ kafka })).toContain(only(sentence));
    });

    it('objects that no cluster claims', async () => {
      expect(
        await charts.refusal({ global: { kafka: { cluster: '' } } }),
      ).toContain(
        only(
          'global.kafka.cluster: without it the operator passes over every topic and user in silence; name the cluster',
        ),
      );
    });

    it('topics, users and Connect where nobody would make them', async () => {
      const text = await charts.refusal({
        global: { kafka: { mode: 'external' } },
        kafka: { users: { a: {} }, connect: { c: {} } },
      });
      expect(text).toContain(
        'kafka.topics.clicks: nobody here makes topics in mode "external"; set external: true',
      );
      expect(text).toContain(
        'kafka.users.a: nobody makes users in mode "external"; remove it',
      );
      expect(text).toContain(
        'kafka.connect.c: only Strimzi runs Connect here, and global.kafka.mode is "external"; remove it',
      );
    });

    it('Connect with a secret of which the user is not known', async () => {
      const text = await charts.refusal({
        global: {
          kafka: {
            authentication: 'scram-sha-512',
            credentials: { via: 'existing-secret', secret: 's' },
          },
        },
        kafka: { connect: { c: {} } },
      });
      expect(text).toContain(
        only(
          'global.kafka.credentials.username: kafka.connect.c has to name the user of the secret; set it',
        ),
      );
    });
  });
});
