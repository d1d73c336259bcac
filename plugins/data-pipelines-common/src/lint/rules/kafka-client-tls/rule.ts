import { clientOf } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-client-tls',
  summary: 'Jobs talk to Kafka encrypted, and say who they are.',
  why: 'Records and passwords cross the network in the clear, and Kafka cannot tell this job from any other.',
  check: pipeline =>
    pipeline.jobs.flatMap(job => {
      const { object, protocol } = clientOf(pipeline, job);
      return object && protocol?.endsWith('PLAINTEXT')
        ? violation(object, {
            path: '',
            problem: `the job "${job.name}" talks to Kafka with ${protocol}`,
            remedy:
              'Set authentication to scram-sha-512 or tls, and the address of a listener that has it.',
            value: 'values.global.kafka.authentication',
          })
        : [];
    }),
};
