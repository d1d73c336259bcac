import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { environmentDiff, PipelineDiff } from '../../diff/pipelineDiff';

export const topic = (name: string, spec: object): RenderedObject => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name },
  spec,
});

export const job = (image: string): RenderedObject => ({
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  metadata: {
    name: 'web-sum',
    labels: {
      'headworks.dev/job': 'sum',
      'app.kubernetes.io/component': 'flink',
    },
  },
  spec: { image, job: { upgradeMode: 'savepoint' } },
});

export const diffOf = (
  before: RenderedObject[],
  after: RenderedObject[],
  base = 'HEAD',
): PipelineDiff => ({
  pipeline: 'web',
  base,
  environments: [environmentDiff('dev', before, after)],
});
