import { kafkaChoices, RawKafka, RawNodePool } from './kafkaChoices';

const kafka = (more: Partial<RawKafka> = {}): RawKafka => ({
  metadata: { name: 'main', namespace: 'kafka' },
  spec: {
    kafka: {
      version: '4.3.1',
      listeners: [
        { name: 'plain', port: 9092, type: 'internal' },
        {
          name: 'tls',
          port: 9093,
          type: 'internal',
          tls: true,
          authentication: { type: 'scram-sha-512' },
        },
        { name: 'outside', port: 9094, type: 'loadbalancer', tls: true },
      ],
    },
  },
  ...more,
});

const pool = (
  name: string,
  spec: RawNodePool['spec'],
  cluster = 'main',
  namespace = 'kafka',
): RawNodePool => ({
  metadata: { name, namespace, labels: { 'strimzi.io/cluster': cluster } },
  spec,
});

describe('kafkaChoices', () => {
  it('names listeners with what a client needs', () => {
    expect(kafkaChoices([kafka()], [])).toEqual([
      {
        name: 'main',
        namespace: 'kafka',
        version: '4.3.1',
        listeners: [
          {
            name: 'plain',
            type: 'internal',
            port: 9092,
            tls: false,
            authentication: 'none',
            bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9092',
          },
          {
            name: 'tls',
            type: 'internal',
            port: 9093,
            tls: true,
            authentication: 'scram-sha-512',
            bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9093',
          },
          {
            name: 'outside',
            type: 'loadbalancer',
            port: 9094,
            tls: true,
            authentication: 'none',
          },
        ],
      },
    ]);
  });

  it('believes the status where it says more', () => {
    const [choice] = kafkaChoices(
      [
        kafka({
          status: {
            kafkaVersion: '4.2.0',
            conditions: [
              { type: 'NotReady', status: 'True', message: 'no node pool' },
            ],
            listeners: [
              { name: 'outside', bootstrapServers: 'kafka.example.com:9094' },
            ],
          },
        }),
      ],
      [],
    );
    expect(choice).toMatchObject({
      version: '4.2.0',
      notReady: 'no node pool',
    });
    expect(choice.listeners[2].bootstrapServers).toBe('kafka.example.com:9094');
  });

  it('counts the brokers of its own pools only', () => {
    const pools = [
      pool('brokers', { replicas: 3, roles: ['broker'] }),
      pool('dual', { replicas: 1, roles: ['controller', 'broker'] }),
      pool('controllers', { replicas: 3, roles: ['controller'] }),
      pool('others', { replicas: 9, roles: ['broker'] }, 'other'),
      pool('elsewhere', { replicas: 9, roles: ['broker'] }, 'main', 'b'),
    ];
    expect(kafkaChoices([kafka()], pools)[0].brokers).toBe(4);
  });

  it('sorts by namespace and name', () => {
    const named = (namespace: string, name: string) =>
      kafka({ metadata: { namespace, name } });
    expect(
      kafkaChoices([named('b', 'a'), named('a', 'z'), named('a', 'b')], []).map(
        ({ namespace, name }) => `${namespace}/${name}`,
      ),
    ).toEqual(['a/b', 'a/z', 'b/a']);
  });
});
