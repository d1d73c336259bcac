import { compare } from '@headworks/backstage-plugin-data-pipelines-common';
import { pipelineCaseNames } from './cases';
import { Renderer } from './renderer';

/** What `compare` makes of a change in values, through the charts as they are. */
describe('compare', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const said = async (name: string, before: object, after: object) =>
    compare(
      await charts.case(name, before),
      await charts.case(name, after),
    ).map(
      ({ severity, object, path, problem }) =>
        `${severity} ${object.kind}/${object.name} ${path}: ${problem}`,
    );

  it.each(pipelineCaseNames())('bears every object of %s', async name => {
    const objects = await charts.case(name);
    expect(compare(objects, objects)).toEqual([]);
    for (const { problem, remedy } of compare(objects, [])) {
      expect(`${problem} ${remedy}`).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('knows the topics, pools and versions of Strimzi', async () => {
    const kafka = (brokers: object, clicks: object, cluster: object = {}) => ({
      kafka: {
        cluster: { ...cluster, pools: { brokers } },
        topics: { clicks },
      },
    });
    expect(
      await said(
        'kafka/strimzi-prod',
        kafka(
          { replicas: 5, storage: { size: '200Gi' } },
          { partitions: 12 },
          { version: '4.3.1', metadataVersion: '4.3-IV0' },
        ),
        kafka(
          { replicas: 4, storage: { size: '100Gi' } },
          { partitions: 6 },
          { version: '4.3.1', metadataVersion: '4.2-IV1' },
        ),
      ),
    ).toEqual([
      'refused Kafka/lake spec.kafka.metadataVersion: 4.3-IV0 cannot become 4.2-IV1: Kafka does not write an older format again',
      'refused KafkaNodePool/brokers spec.storage.volumes.0.size: 200Gi cannot become 100Gi: volumes do not shrink',
      'refused KafkaNodePool/brokers spec.storage.volumes.1.size: 200Gi cannot become 100Gi: volumes do not shrink',
      'refused KafkaNodePool/brokers spec.replicas: 5 brokers cannot become 4 while those that go hold partitions: Strimzi undoes it',
      'refused KafkaTopic/clicks spec.partitions: 12 partitions cannot become 6: Kafka never removes one',
    ]);
  });

  it('knows the nodes and topics of Kafka without an operator', async () => {
    const kafka = (brokers: object, clicks: object) => ({
      kafka: {
        cluster: {
          pools: { brokers },
          listeners: { outside: { enabled: false } },
        },
        topics: { clicks },
      },
    });
    expect(
      await said(
        'kafka/statefulset-prod',
        kafka({ replicas: 5 }, { partitions: 12 }),
        kafka({ replicas: 4, storage: { size: '1Ti' } }, { partitions: 6 }),
      ),
    ).toEqual([
      'refused ConfigMap/river-topics data.topics.clicks: 12 partitions cannot become 6: Kafka never removes one',
      'refused StatefulSet/river-brokers spec.volumeClaimTemplates: Kubernetes does not let volumeClaimTemplates of a StatefulSet change',
      'refused StatefulSet/river-brokers spec.replicas: 5 Kafka nodes cannot become 4 while those that go hold partitions or a vote',
    ]);
  });

  it('knows the clusters of Confluent', async () => {
    expect(
      await said(
        'kafka/confluent-prod',
        { kafka: { cluster: { pools: { brokers: { replicas: 5 } } } } },
        { kafka: { cluster: { pools: { brokers: { replicas: 4 } } } } },
      ),
    ).toEqual([
      'refused Kafka/money spec.replicas: 5 brokers cannot become 4 while those that go hold partitions',
    ]);
  });

  it('knows the jobs of the Flink operator', async () => {
    const job = (values: object) => ({
      flink: { jobs: { sessionize: values } },
    });
    expect(
      await said(
        'flink/operator-prod',
        job({ maxParallelism: 120 }),
        job({ maxParallelism: 360 }),
      ),
    ).toEqual([
      'refused FlinkDeployment/sessions-sessionize spec.flinkConfiguration.pipeline.max-parallelism: the maximum parallelism 120 cannot become 360: the state is divided by it, and the job would not start from it',
      'info FlinkDeployment/sessions-sessionize : the job restarts from a savepoint that it takes first',
    ]);
  });

  it('knows the jobs of Flink without an operator', async () => {
    const job = (values: object) => ({
      flink: { jobs: { sessionize: values } },
    });
    expect(
      await said(
        'flink/standalone-prod',
        job({}),
        job({ entryClass: 'com.example.Other' }),
      ),
    ).toEqual([
      'warning StatefulSet/unattended-sessionize-jobmanager spec.template.spec.containers.args: the job is another one now and starts from s3://acme-pipelines/unattended/prod/sessionize/savepoints/savepoint-5f2c9a-1b7d once more: what was done since is done again',
      'info StatefulSet/unattended-sessionize-taskmanager : the TaskManagers restart, and the job with them',
    ]);
  });

  it('knows the runs of Spark', async () => {
    const job = (values: object) => ({ spark: { jobs: { backfill: values } } });
    const other = { main: 'local:///opt/app/other.py' };
    expect(await said('spark/kubeflow-prod', job({}), job(other))).toEqual([
      'warning SparkApplication/reports-backfill spec: the application runs again from the start',
    ]);
    const [run] = await said('spark/submit-prod', job({}), job(other));
    expect(run).toMatch(
      /^warning Job\/ledger-backfill-[0-9a-f]{8} : the job runs again from the start, as "ledger-backfill-[0-9a-f]{8}"$/,
    );
  });
});
