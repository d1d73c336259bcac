import { Renderer } from './renderer';
import { SPARK_JOB } from './sparkJob';

const IN_PRODUCTION = {
  global: {
    profile: 'prod',
    kafka: {
      namespace: 'pipelines',
      authentication: 'tls',
      bootstrapServers: 'analytics-kafka-bootstrap:9093',
    },
  },
};
const DIGEST = `sha256:${'0'.repeat(64)}`;

/** Helm 4 alone prints them without a cluster; helm.test.ts has both on one. */
describe('the notes', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('give the next command and what an uninstall leaves behind', async () => {
    const notes = await charts.notes();
    expect(notes).toContain(
      'kubectl --namespace pipelines get flinkdeployments.flink.apache.org --selector headworks.dev/pipeline=clickstream',
    );
    expect(notes).toContain('What `helm uninstall clickstream` leaves behind:');
    expect(notes).toContain('below s3://playground/clickstream/dev');
  });

  it('name images without a digest where the profile asks for one', async () => {
    expect(await charts.notes()).not.toContain('set image.digest');
    const pinned = {
      flink: { jobs: { alerting: { image: { digest: DIGEST } } } },
    };
    expect(await charts.notes({ ...IN_PRODUCTION, ...pinned })).toContain(
      'Images by tag only, which may change under you; set image.digest: flink.jobs.sessionize\n',
    );
  });

  it('say how to see Kafka work, and how to try the way to it', async () => {
    const notes = await charts.notes({ kafka: { connect: { c: {} } } });
    expect(notes).toContain(
      'kubectl --namespace kafka get kafkatopics.kafka.strimzi.io --selector headworks.dev/pipeline=clickstream',
    );
    expect(notes).toContain(
      'kubectl --namespace pipelines get kafkaconnects.kafka.strimzi.io,kafkaconnectors.kafka.strimzi.io --selector headworks.dev/pipeline=clickstream',
    );
    expect(notes).toContain('helm test clickstream --namespace pipelines');
    expect(notes).toContain(
      "What cannot be undone later: a topic's name and its number of partitions (more, never fewer).\n",
    );
  });

  it('say what of a Kafka cluster is for development, open, or for good', async () => {
    const notes = await charts.notes({
      kafka: {
        cluster: {
          create: true,
          pools: { brokers: { storage: { type: 'ephemeral' } } },
          listeners: {
            one: { port: 9092, type: 'internal' },
            two: {
              port: 9093,
              type: 'internal',
              networkPolicyPeers: { all: { namespaceLabels: {} } },
            },
          },
        },
      },
    });
    expect(notes).toContain('get kafkas.kafka.strimzi.io,kafkatopics');
    expect(notes).toContain(
      'Pool brokers keeps its data in its pods: what they hold goes with them.',
    );
    expect(notes).toContain(
      'Every pod may connect to the listeners one; name networkPolicyPeers to close them.',
    );
    expect(notes).toContain("the type of a pool's storage");
  });

  it('give the commands for rights that Confluent’s operator does not make', async () => {
    const kafka = {
      mode: 'confluent',
      authentication: 'tls',
      credentials: { via: 'existing-secret', secret: 's' },
    };
    expect(await charts.notes({ global: { kafka } })).toContain(
      '--add --allow-principal User:clickstream-dev-sessionize --operation Read --operation Describe --topic clicks\n',
    );
    const confluent = { roleBindings: true };
    expect(
      await charts.notes({ global: { kafka: { ...kafka, confluent } } }),
    ).not.toContain('allow-principal');
  });

  it('say what nobody sees to where Kafka has no operator', async () => {
    const notes = await charts.notes({
      global: {
        kafka: { mode: 'statefulset' },
        monitoring: { enabled: true },
      },
      kafka: {
        cluster: { create: true, statefulset: { tls: { secret: 's' } } },
      },
    });
    expect(notes).toContain(
      'kubectl --namespace kafka get pods --selector headworks.dev/kafka-cluster=analytics',
    );
    expect(notes).toContain(
      'get pvc --selector headworks.dev/kafka-cluster=analytics',
    );
    expect(notes).toContain(
      'before a pool of brokers gets fewer replicas, move their partitions',
    );
    expect(notes).toContain(
      'kubectl --namespace kafka rollout restart statefulset --selector headworks.dev/kafka-cluster=analytics',
    );
    expect(notes).toContain('there are no metrics of Kafka');
  });

  it('say where a session takes jobs, and which scripts stay for a rollback', async () => {
    const image = { repository: 'flink', tag: '2.2', digest: DIGEST };
    const notes = await charts.notes({
      flink: {
        sessions: { shared: { image } },
        jobs: {
          small: { session: 'shared', jar: 'https://x.example.com/x.jar' },
          totals: { image, sql: 'SELECT 1;', rollback: true },
        },
      },
    });
    expect(notes).toContain(
      'get flinkdeployments.flink.apache.org,flinksessionjobs.flink.apache.org --selector',
    );
    expect(notes).toContain(
      'http://clickstream-shared-submit.pipelines:8081 from whom its submitters name',
    );
    expect(notes).toContain(
      'kubectl --namespace pipelines delete configmaps --selector headworks.dev/pipeline=clickstream,headworks.dev/job=totals',
    );
  });

  it('name sessions among the images without a digest, and no job in one', async () => {
    const flink = {
      sessions: { shared: { image: { repository: 'flink', tag: '2.2' } } },
      jobs: {
        small: { session: 'shared', jar: 'https://x.example.com/x.jar' },
        sessionize: { image: { digest: DIGEST } },
        alerting: { image: { digest: DIGEST } },
      },
    };
    expect(await charts.notes({ ...IN_PRODUCTION, flink })).toContain(
      'set image.digest: flink.sessions.shared\n',
    );
  });

  it.each([
    ['apache', 'sparkapplications.spark.apache.org,cronjobs,jobs'],
    ['submit', 'cronjobs,jobs,pods'],
  ])(
    'say how to see Spark jobs in mode %s, and what a change does',
    async (mode, kinds) => {
      const jobs = { report: SPARK_JOB };
      const notes = await charts.notes({
        spark: { enabled: true, mode, jobs },
      });
      expect(notes).toContain(
        `kubectl --namespace pipelines get ${kinds} --selector headworks.dev/pipeline=clickstream`,
      );
      expect(notes).toContain(
        'a run of the old spec that still goes on is ended then.',
      );
    },
  );
});
