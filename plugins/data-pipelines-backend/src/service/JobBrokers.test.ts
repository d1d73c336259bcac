import {
  EnvironmentView,
  FlinkDeployment,
  FlinkSessionJob,
  JobView,
  ObjectIndex,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { BrokersSaid } from '../kafkaRecords/BrokerLook';
import { KafkaAccess } from '../kafkaRecords/KafkaAccess';
import { JobBrokers } from './JobBrokers';

const SINCE = '2026-11-28T06:00:00Z';
const report = { health: 'Healthy', reason: 'Ready', message: '' } as const;
const ref = (name: string) => `resource:default/${name}`;

const topic = (name: string, more: Partial<TopicView> = {}): TopicView => ({
  name,
  entityRef: ref(name),
  upstream: [],
  report,
  ...more,
});

const job: JobView = {
  name: 'sum',
  entityRef: 'component:default/orders-sum',
  engine: 'flink',
  upstream: ['clicks', 'clicks-west', 'geo', 'unseen'].map(ref),
  object: {
    cluster: 'east',
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkSessionJob',
    namespace: 'data',
    name: 'orders-sum',
  },
  report,
  facts: {},
};

const entry = {
  environments: ['dev', 'prod'].map(name => ({
    environment: { name, cluster: 'east', namespace: 'data', release: 'o' },
    jobs: [job],
    topics: [
      topic('clicks', { kafka: 'kafka/analytics' }),
      topic('clicks-west', { name: 'clicks' }),
      topic('geo', { kafka: 'kafka/unconfigured' }),
      topic('sums', { kafka: 'kafka/analytics' }),
    ],
  })) as Array<Partial<EnvironmentView>>,
} as FleetEntry;

const analytics: KafkaAccess = {
  name: 'analytics',
  cluster: 'east',
  namespace: 'kafka',
  servers: ['lb.example:9094'],
  knownAs: ['lb.example:9094'],
};
const west: KafkaAccess = {
  name: 'west',
  servers: ['west.example:9093'],
  knownAs: ['west.example:9093'],
};

describe('JobBrokers', () => {
  const source = new ObjectIndex();
  const metadata = { namespace: 'data', labels: {}, annotations: {} };
  source.put('flinksessionjobs.flink.apache.org', {
    kind: 'FlinkSessionJob',
    metadata: { ...metadata, name: 'orders-sum' },
    spec: { deploymentName: 'session' },
  } as FlinkSessionJob);
  source.put('flinkdeployments.flink.apache.org', {
    kind: 'FlinkDeployment',
    metadata: { ...metadata, name: 'session' },
    spec: {},
    kafka: 'west.example:9093',
  } as FlinkDeployment);

  const asked: string[] = [];
  const brokers = (kafkas: KafkaAccess[]) =>
    new JobBrokers({
      kafkas,
      clusters: { source: () => source },
      look: {
        async at({ name }, topics): Promise<BrokersSaid> {
          asked.push(`${name}: ${topics.join()}`);
          return name === 'west'
            ? {
                topics: new Map([['clicks', { since: SINCE }]]),
                unanswered: [],
              }
            : { topics: new Map(), unanswered: [`${name} is silent`] };
        },
      },
    });

  beforeEach(() => asked.splice(0));

  it('asks each Kafka for the topics that the job reads there and the viewer sees', async () => {
    const said = await brokers([analytics, west]).of(entry, job.entityRef);
    expect([...said.keys()]).toEqual(['dev', 'prod']);
    expect(asked.slice(0, 2)).toEqual(['analytics: clicks', 'west: clicks']);
    expect(said.get('dev')).toEqual({
      topics: new Map([[ref('clicks-west'), { since: SINCE }]]),
      unanswered: ['analytics is silent'],
    });
  });

  it('asks for one environment alone', async () => {
    const said = await brokers([west]).of(entry, job.entityRef, 'prod');
    expect([...said.keys()]).toEqual(['prod']);
    expect(asked).toHaveLength(1);
  });

  it('asks nobody where no Kafka is configured', async () => {
    expect((await brokers([]).of(entry, job.entityRef)).size).toBe(0);
    expect(asked).toEqual([]);
  });
});
