import { answersToForm } from './answersToForm';

describe('answersToForm', () => {
  it('takes an empty form', () => {
    expect(answersToForm({})).toMatchObject({
      name: '',
      environment: '',
      storageUri: '',
    });
  });

  it('puts what the fields hold where the form has it', () => {
    const accepted = { rule: { pipeline: 'known to the team' } };
    expect(
      answersToForm({
        name: 'orders',
        owner: 'group:default/data-team',
        target: { environment: 'dev', cluster: 'east', namespace: 'data' },
        storageRoot: 's3://state/',
        review: { accepted },
      }),
    ).toMatchObject({
      environment: 'dev',
      cluster: 'east',
      namespace: 'data',
      storageUri: 's3://state/orders',
      accepted,
    });
  });

  it.each([
    ['none', 'analytics-kafka-bootstrap.kafka:9092'],
    ['scram-sha-512', 'analytics-kafka-bootstrap.kafka:9093'],
  ] as const)(
    'knows the address of Strimzi’s listener with authentication %s',
    (authentication, bootstrapServers) => {
      const kafka = {
        cluster: 'analytics',
        namespace: 'kafka',
        authentication,
      };
      expect(answersToForm({ kafka }).kafka).toEqual({
        ...kafka,
        bootstrapServers,
      });
    },
  );

  it('keeps an address that somebody gave', () => {
    const kafka = { cluster: 'a', bootstrapServers: 'kafka.example.com:9094' };
    expect(answersToForm({ kafka }).kafka.bootstrapServers).toBe(
      'kafka.example.com:9094',
    );
  });

  it.each([
    ['argocd', { tool: 'argocd', repoUrl: 'https://github.com/acme/orders' }],
    ['nobody', undefined],
  ] as const)('knows what %s installs from', (installedBy, gitops) => {
    const repoUrl = 'github.com?owner=acme&repo=orders';
    expect(answersToForm({ repoUrl, installedBy }).gitops).toEqual(gitops);
  });

  it('calls a Kafka cluster by the name of its pipeline', () => {
    expect(
      answersToForm({
        name: 'lake',
        target: { namespace: 'kafka' },
        kafka: { create: { brokers: 3, controllers: 3 } },
      }).kafka,
    ).toMatchObject({
      cluster: 'lake',
      namespace: 'kafka',
      bootstrapServers: 'lake-kafka-bootstrap.kafka:9092',
    });
  });
});
