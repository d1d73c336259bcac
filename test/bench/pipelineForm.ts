import { PipelineForm } from '@headworks/backstage-plugin-data-pipelines-common';

const TOPICS = ['clicks', 'sessions', 'orders', 'alerts', 'totals', 'daily'];

/** A filled form of about 50 objects: topics, users, Flink and Spark jobs. */
export function pipelineForm(): PipelineForm {
  return {
    name: 'clickstream',
    owner: 'group:default/data-team',
    description: 'Groups clicks into sessions and adds them up',
    topics: TOPICS.map(name => ({ name, partitions: 12, retention: '7d' })),
    flinkJobs: ['sessionize', 'alerting', 'joining', 'summing'].map(
      (name, index) => ({
        name,
        image: 'registry.example.com/clickstream:1.4.2',
        jar: `local:///opt/flink/usrlib/${name}.jar`,
        reads: [TOPICS[index]],
        writes: [TOPICS[index + 1]],
        size: 'M',
        state: 'large',
      }),
    ),
    sparkJobs: ['report', 'rebuild'].map(name => ({
      name,
      image: 'registry.example.com/reports:3.1.0',
      main: `local:///opt/app/${name}.py`,
      reads: ['totals'],
      writes: ['daily'],
      size: 'M',
      schedule: '0 3 * * *',
    })),
    environment: 'prod',
    cluster: 'east',
    namespace: 'pipelines',
    kafka: {
      cluster: 'analytics',
      namespace: 'pipelines',
      bootstrapServers: 'analytics-kafka-bootstrap.pipelines:9093',
      authentication: 'scram-sha-512',
      replicas: 3,
    },
    storageUri: 's3://acme-pipelines/clickstream',
  };
}
