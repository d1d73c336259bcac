import { Renderer } from './renderer';

const TLS = { tls: { secret: 'nodes-tls' } };
const ADMIN = { admin: { secret: 'nodes-admin' } };

/** Values of kafka.cluster and the one problem that they have. */
const CLUSTER: Array<[string, object, string]> = [
  [
    'an even quorum',
    { pools: { controllers: { replicas: 2 } } },
    'kafka.cluster.pools: 2 controllers outlive no more failures than 1; make it an odd number',
  ],
  [
    'what only an operator does',
    { maintenanceWindows: ['* * 2-4 ? * SUN'] },
    'kafka.cluster.maintenanceWindows: without an operator nobody sees to it; remove it',
  ],
  [
    'what moves partitions with an operator',
    { cruiseControl: { enabled: true } },
    'kafka.cluster.cruiseControl: without an operator nobody sees to it; remove it',
  ],
  [
    'settings that follow from other values',
    { config: { 'log.dirs': '/tmp', 'log.retention.hours': 3 } },
    'kafka.cluster.config.log.dirs: it follows from pools, listeners and secrets; remove it',
  ],
  [
    'settings that begin like such',
    { config: { 'ssl.keystore.type': 'JKS', 'ssl.cipher.suites': 'x' } },
    'kafka.cluster.config.ssl.keystore.type: it follows from pools, listeners and secrets; remove it',
  ],
  [
    'a name too long for pods',
    {
      pools: {
        'brokers-on-machines-with-disks': {
          roles: ['broker'],
          firstNodeId: 50,
        },
      },
    },
    "kafka.cluster.pools.brokers-on-machines-with-disks: the name \"analytics-of-the-company-brokers-on-machines-with-disks\" has 55 characters and a StatefulSet's pods allow 52; shorten the pool's or the cluster's name",
  ],
  [
    'a pool without ids',
    { pools: { more: { roles: ['broker'] } } },
    'kafka.cluster.pools.more.firstNodeId: ids must stay for ever and nobody hands them out; set it to one that is free',
  ],
  [
    'ids that two pools have',
    { pools: { more: { roles: ['broker'], firstNodeId: 2 } } },
    'kafka.cluster.pools.more.firstNodeId: its nodes would have ids of the pool "brokers"; begin elsewhere',
  ],
  [
    'a listener with a name of the cluster’s own',
    { listeners: { replication: { port: 9092, type: 'internal' } } },
    'kafka.cluster.listeners.replication: the cluster has something of its own called so; take another name',
  ],
  [
    'a listener of a type that an operator makes',
    { listeners: { one: { port: 9092, type: 'ingress' } } },
    'kafka.cluster.listeners.one.type: without an operator there is no ingress; use internal, nodeport or loadbalancer',
  ],
  [
    'a listener to the outside that does not say where a broker is',
    {
      listeners: {
        one: {
          port: 9092,
          type: 'nodeport',
          addresses: { 0: 'a:30000', 1: 'b:30001' },
        },
      },
    },
    'kafka.cluster.listeners.one.addresses: clients outside would not find broker 2; add "2": host:port',
  ],
  [
    'an operator’s settings of a listener',
    { listeners: { one: { port: 9092, type: 'internal', configuration: {} } } },
    'kafka.cluster.listeners.one.configuration: only mode strimzi has it; remove it',
  ],
  [
    'an encrypted listener without a certificate',
    { listeners: { one: { port: 9092, type: 'internal', tls: true } } },
    'kafka.cluster.statefulset.tls: the listener "one" is encrypted and there is no certificate; name an issuer of cert-manager, or a secret with tls.crt, tls.key and ca.crt',
  ],
  [
    'two certificates',
    { statefulset: { tls: { secret: 'a', issuer: { name: 'b' } } } },
    'kafka.cluster.statefulset.tls: a certificate comes from an issuer or from a secret that exists; remove one',
  ],
  [
    'passwords without a first user',
    {
      listeners: {
        one: { port: 9092, type: 'internal', authentication: 'scram-sha-512' },
      },
    },
    'kafka.cluster.statefulset.admin.secret: listeners that ask who somebody is need a first user; name a secret with its password under the key password',
  ],
  [
    'an agent without its place',
    { statefulset: { metrics: { image: { repository: 'r', tag: '1' } } } },
    'kafka.cluster.statefulset.metrics: the agent is a jar in an image; set image and jar',
  ],
  [
    'a listener on the port of metrics',
    {
      listeners: { one: { port: 9404, type: 'internal' } },
      statefulset: {
        metrics: { image: { repository: 'r', tag: '1' }, jar: '/a.jar' },
      },
    },
    'kafka.cluster.listeners.one.port: 9404 is for metrics; take another',
  ],
  [
    'a user of a topic that nobody declares',
    { statefulset: { users: { one: { reads: ['nothing'] } } } },
    'kafka.cluster.statefulset.users.one.reads: nobody declares the topic "nothing"; add it to kafka.topics (external: true if somebody else owns it)',
  ],
  [
    'the first user among the others',
    { statefulset: { users: { admin: {} } } },
    'kafka.cluster.statefulset.users.admin: it is the first user, which may do everything already; remove it',
  ],
  [
    'more copies than brokers',
    { config: { 'default.replication.factor': 4 } },
    'kafka.cluster.config.default.replication.factor: 4 copies need 4 brokers and the pools make 3; lower it or add brokers',
  ],
  [
    'as many copies in sync as there are',
    { config: { 'min.insync.replicas': 3 } },
    'kafka.cluster.config.min.insync.replicas: 3 of 3 copies leave no broker to restart; set it to 2',
  ],
  [
    'two listeners on one port',
    {
      listeners: {
        one: { port: 9092, type: 'internal' },
        two: { port: 9092, type: 'internal' },
      },
    },
    'kafka.cluster.listeners.two.port: the listener "one" has port 9092 already; give each a port of its own',
  ],
];

const only = (sentence: string) =>
  `1 problem(s) in the values:\n- ${sentence}\n`;

describe.each(['helm4', 'helm3'] as const)(
  'a cluster without an operator under %s',
  version => {
    const charts = new Renderer(version);
    beforeAll(() => charts.start(), 900_000);
    afterAll(() => charts.stop());

    const refusal = (
      cluster: object,
      kafka: object = {},
      global: object = {},
    ) =>
      charts.refusal({
        global: {
          ...global,
          kafka: {
            mode: 'statefulset',
            cluster: 'analytics-of-the-company',
            authentication: 'none',
            ...kafka,
          },
        },
        kafka: { cluster },
      });

    it('is accepted as it comes', async () => {
      expect(await refusal({ create: true })).toBe('nothing was refused');
    });

    it.each(CLUSTER)('refuses %s', async (_, cluster, sentence) => {
      expect(await refusal({ create: true, ...cluster })).toContain(
        only(sentence),
      );
    });

    describe('in production', () => {
      const secure = {
        authentication: 'scram-sha-512',
        credentials: { via: 'existing-secret', secret: 's' },
      };
      const production = (listener: object) =>
        refusal(
          {
            create: true,
            listeners: { one: { port: 9092, type: 'internal', ...listener } },
            statefulset: { ...TLS, ...ADMIN },
          },
          secure,
          { profile: 'prod' },
        );

      it('refuses a listener in the clear', async () => {
        expect(await production({ authentication: 'scram-sha-512' })).toContain(
          only(
            'kafka.cluster.listeners.one.tls: everything would be in the clear, and profile prod does not allow it; set it to true',
          ),
        );
      });

      it('accepts one with certificate and passwords', async () => {
        expect(
          await production({ tls: true, authentication: 'scram-sha-512' }),
        ).toBe('nothing was refused');
      });

      it('refuses a user without a password', async () => {
        const text = await refusal(
          {
            create: true,
            statefulset: { ...TLS, ...ADMIN, users: { one: {} } },
          },
          secure,
        );
        expect(text).toContain(
          only(
            'kafka.cluster.statefulset.users.one.secret: without a password nobody can use it; name a secret with the key password',
          ),
        );
      });
    });

    describe('made by another release', () => {
      const credentials = { via: 'existing-secret', secret: 's' };

      it('refuses topics without the first user', async () => {
        const text = await refusal(
          { create: false },
          { authentication: 'scram-sha-512', credentials },
        );
        expect(text).toContain(
          only(
            "kafka.cluster.statefulset.admin.secret: the hook Job makes topics as this user; name a secret with its password under the key password, or declare topics in the cluster's release and here external: true",
          ),
        );
      });

      it('refuses topics where certificates are asked for', async () => {
        const text = await refusal(
          { create: false },
          { authentication: 'tls', credentials },
        );
        expect(text).toContain(
          only(
            "kafka.topics: the hook Job has no client certificate for another release's cluster; declare topics there, and here external: true",
          ),
        );
      });

      it('refuses credentials that nobody writes', async () => {
        const text = await refusal(
          { create: false, statefulset: ADMIN },
          {
            authentication: 'scram-sha-512',
            credentials: { via: 'same-namespace' },
          },
        );
        expect(text).toContain(
          only(
            'global.kafka.credentials.via: nobody writes a user\'s secret in mode "statefulset"; use external-secret or existing-secret',
          ),
        );
      });
    });
  },
);
