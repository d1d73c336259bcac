import { KafkaListener } from '../../kinds/kafka';
import { ownCluster } from '../../kinds/kafkaCluster';
import { clientOf } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-listener-mismatch',
  summary: 'A job connects to a listener that exists, the way it wants it.',
  why: 'A client that speaks another protocol than the listener gets timeouts instead of an error that says so.',
  check: pipeline => {
    const cluster = ownCluster(pipeline);
    if (!cluster) return [];
    const listeners = cluster.kafka.spec.kafka?.listeners ?? [];
    return pipeline.jobs.flatMap(job => {
      const { object, bootstrapServers, protocol } = clientOf(pipeline, job);
      const port = Number(bootstrapServers?.split(',')[0].split(':')[1]);
      if (!object || !port) return [];
      const listener = listeners.find(it => it.port === port);
      if (!listener) {
        return violation(object, {
          path: '',
          problem: `the job connects to port ${port}, and the cluster "${
            cluster.kafka.metadata.name
          }" listens on ${listeners.map(it => it.port).join(', ')}`,
          remedy: 'Use the port of one of its listeners.',
          value: 'values.global.kafka.bootstrapServers',
        });
      }
      const wanted = protocolOf(listener);
      return protocol === undefined || protocol === wanted
        ? []
        : violation(object, {
            path: '',
            problem: `the job speaks ${protocol}, and the listener "${listener.name}" on port ${port} wants ${wanted}`,
            remedy:
              'Use the port of another listener, or set authentication to what this one has.',
            value: 'values.global.kafka.authentication',
          });
    });
  },
};

function protocolOf({ tls, authentication }: KafkaListener) {
  const channel = tls ? 'SSL' : 'PLAINTEXT';
  return authentication?.type === 'scram-sha-512' ? `SASL_${channel}` : channel;
}
