import { Renderer } from './renderer';

const BROKERS = { roles: ['broker'], replicas: 3 };

/** Values of kafka.cluster and the one problem that they have. */
const CLUSTER: Array<[string, object, string]> = [
  [
    'a broker setting that does not exist',
    { config: { 'log.retention.hour': 1 } },
    'kafka.cluster.config.log.retention.hour: Kafka has no such broker setting; correct it, or write it below kafka.cluster.override.spec.kafka.config where a plugin reads it',
  ],
  [
    'a metadata version above the version',
    { version: '4.2.1', metadataVersion: '4.3' },
    'kafka.cluster.metadataVersion: Kafka 4.2.1 ends at 4.2-IV1; lower it, or raise kafka.cluster.version first',
  ],
  [
    'a metadata version that is not released',
    { metadataVersion: '4.3-IV7' },
    'kafka.cluster.metadataVersion: Kafka 4.3.1 ends at 4.3-IV0; lower it, or raise kafka.cluster.version first',
  ],
  [
    'a metadata version from before KRaft',
    { metadataVersion: '3.2' },
    'kafka.cluster.metadataVersion: Strimzi begins at 3.3-IV3; raise it',
  ],
  [
    'Cruise Control with one broker',
    { cruiseControl: { enabled: true }, pools: { brokers: { replicas: 1 } } },
    'kafka.cluster.cruiseControl: it moves partitions between brokers and the pools make one; add brokers or disable it',
  ],
  [
    'quotas that the other plugin has',
    { quotas: { type: 'kafka', minAvailableRatioPerVolume: 0.1 } },
    'kafka.cluster.quotas.minAvailableRatioPerVolume: type kafka does not know it; remove it or change the type',
  ],
  [
    'quotas that Strimzi’s plugin does not have',
    { quotas: { type: 'strimzi', requestPercentage: 50 } },
    'kafka.cluster.quotas.requestPercentage: type strimzi does not know it; remove it or change the type',
  ],
  [
    'two limits of free space',
    {
      quotas: {
        type: 'strimzi',
        minAvailableRatioPerVolume: 0.1,
        minAvailableBytesPerVolume: 1000,
      },
    },
    'kafka.cluster.quotas: minAvailableBytesPerVolume and minAvailableRatioPerVolume exclude each other; remove one',
  ],
  [
    'a CA that is renewed without end',
    { clusterCa: { validityDays: 20 } },
    'kafka.cluster.clusterCa.renewalDays: 30 days before the end of 20 it would be renewed without end; lower it',
  ],
  [
    'a listener’s field of another mode',
    {
      listeners: {
        one: { port: 9094, type: 'nodeport', sourceRanges: ['192.0.2.0/24'] },
      },
    },
    'kafka.cluster.listeners.one.sourceRanges: only mode statefulset has it; remove it',
  ],
  [
    'a listener on a port of Strimzi’s own',
    { listeners: { one: { port: 9404, type: 'internal' } } },
    'kafka.cluster.listeners.one.port: Strimzi keeps 9404 for metrics; take another',
  ],
  [
    'a field of another type of listener',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'internal',
          configuration: { loadBalancerSourceRanges: ['192.0.2.0/24'] },
        },
      },
    },
    'kafka.cluster.listeners.one.configuration.loadBalancerSourceRanges: a listener of type internal has no such field (loadbalancer only); remove it',
  ],
  [
    'a field of another type in a listener’s bootstrap',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'cluster-ip',
          configuration: { bootstrap: { nodePort: 32000 } },
        },
      },
    },
    'kafka.cluster.listeners.one.configuration.bootstrap.nodePort: a listener of type cluster-ip has no such field (nodeport, loadbalancer only); remove it',
  ],
  [
    'a field of another type for one broker',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'nodeport',
          configuration: { brokers: [{ broker: 3, host: 'b' }] },
        },
      },
    },
    'kafka.cluster.listeners.one.configuration.brokers[3].host: a listener of type nodeport has no such field (ingress only); remove it',
  ],
  [
    'a certificate where nothing is encrypted',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'nodeport',
          configuration: {
            brokerCertChainAndKey: {
              secretName: 's',
              certificate: 'c',
              key: 'k',
            },
          },
        },
      },
    },
    'kafka.cluster.listeners.one.configuration.brokerCertChainAndKey: a certificate needs an encrypted listener; set tls: true',
  ],
  [
    'an Ingress without encryption',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'ingress',
          configuration: { bootstrap: { host: 'a' }, hostTemplate: 'b' },
        },
      },
    },
    'kafka.cluster.listeners.one.tls: an Ingress passes only encrypted connections on; set it to true',
  ],
  [
    'an Ingress without a name',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'ingress',
          tls: true,
          configuration: { hostTemplate: 'b' },
        },
      },
    },
    'kafka.cluster.listeners.one.configuration.bootstrap.host: an Ingress needs a name; set it',
  ],
  [
    'an Ingress without names of brokers',
    {
      listeners: {
        one: {
          port: 9094,
          type: 'ingress',
          tls: true,
          configuration: { bootstrap: { host: 'a' } },
        },
      },
    },
    'kafka.cluster.listeners.one.configuration.hostTemplate: an Ingress needs a name for each broker; set it, such as broker-{nodeId}.example.com',
  ],
];

/** What development may do and production may not. */
const PRODUCTION: Array<[string, object, string]> = [
  [
    'two controllers',
    { pools: { controllers: { replicas: 2 } } },
    'kafka.cluster.pools: 2 controller(s) do not outlive one, and profile prod asks for 3; raise replicas',
  ],
  [
    'one broker',
    { pools: { brokers: { replicas: 1 } } },
    'kafka.cluster.pools: 1 broker(s) do not outlive one, and profile prod asks for 3; raise replicas',
  ],
  [
    'ephemeral volumes',
    { pools: { brokers: { storage: { type: 'ephemeral' } } } },
    'kafka.cluster.pools.brokers.storage.type: ephemeral data is gone with the pod, and profile prod does not allow it; use persistent-claim',
  ],
  [
    'volumes that go with the cluster',
    { pools: { brokers: { storage: { deleteClaim: true } } } },
    'kafka.cluster.pools.brokers.storage.deleteClaim: the data would go with the cluster, and profile prod does not allow it; remove it',
  ],
  [
    'both roles in one pool',
    { pools: { brokers: { roles: ['controller', 'broker'] } } },
    'kafka.cluster.pools.brokers.roles: a busy broker would starve the quorum, and profile prod does not allow both roles in one pool; make a pool for each',
  ],
  [
    'a heap that leaves no page cache',
    { pools: { brokers: { memory: '4Gi', heap: '3g' } } },
    'kafka.cluster.pools.brokers.heap: more than half of 4Gi leaves the page cache too little, and profile prod does not allow it; lower it or raise memory',
  ],
  [
    'a plaintext listener',
    {
      listeners: {
        one: { port: 9092, type: 'internal', authentication: 'scram-sha-512' },
      },
    },
    'kafka.cluster.listeners.one.tls: everything would be in the clear, and profile prod does not allow it; set it to true',
  ],
  [
    'a listener for anybody',
    { listeners: { one: { port: 9092, type: 'internal', tls: true } } },
    'kafka.cluster.listeners.one.authentication: anybody could connect, and profile prod does not allow it; use scram-sha-512 or tls',
  ],
  [
    'leaders that are behind',
    { config: { 'unclean.leader.election.enable': true } },
    'kafka.cluster.config.unclean.leader.election.enable: a copy that is behind would become leader and messages be lost, and profile prod does not allow it; remove it',
  ],
];

describe.each(['helm4', 'helm3'] as const)('under %s', version => {
  const charts = new Renderer(version);
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const only = (sentence: string) =>
    `1 problem(s) in the values:\n- ${sentence}\n`;

  describe('a Kafka cluster refuses', () => {
    it.each(CLUSTER)('%s', async (_, cluster, sentence) => {
      const text = await charts.refusal({
        kafka: { cluster: { create: true, ...cluster } },
      });
      expect(text).toContain(only(sentence));
    });

    it.each(PRODUCTION)('%s in production', async (_, cluster, sentence) => {
      const values = {
        global: {
          kafka: {
            authentication: 'scram-sha-512',
            credentials: { via: 'kafka-access' },
          },
        },
        kafka: {
          cluster: { create: true, ...cluster },
          topics: { clicks: { replicas: 1 }, sessions: {}, alerts: {} },
        },
      };
      expect(await charts.refusal(values)).toBe('nothing was refused');
      const global = { ...values.global, profile: 'prod' };
      expect(await charts.refusal({ ...values, global })).toContain(
        only(sentence),
      );
    });

    it('no setting of a plugin', async () => {
      const config = { 'rsm.config.bucket': 'b' };
      const pools = { brokers: BROKERS };
      expect(
        await charts.refusal({
          kafka: { cluster: { create: true, config, pools } },
        }),
      ).toBe('nothing was refused');
    });
  });
});
