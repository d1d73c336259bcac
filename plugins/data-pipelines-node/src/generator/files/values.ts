import { JsonObject } from '@backstage/types';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { addComments } from './comments';
import { helmDocument, printDocument } from '../yaml/helmDocument';

/** The values that all environments share. */
export function valuesYaml(spec: PipelineSpec): string {
  const { name, owner, title, description } = spec.pipeline;
  const given = spec.values as Record<string, JsonObject | undefined>;
  const part = (chart: string) => given[chart] ?? { enabled: false };
  const document = helmDocument({
    global: {
      pipeline: {
        name,
        owner,
        ...(title !== undefined && { title }),
        ...(description !== undefined && { description }),
      },
      ...given.global,
    },
    kafka: part('kafka'),
    flink: part('flink'),
    spark: part('spark'),
  });
  addComments(document);
  return printDocument(document);
}

/** What differs in one environment. */
export function environmentValues(spec: PipelineSpec, name: string): string {
  const { values = {} } = spec.environments[name];
  const { global, ...rest } = values;
  const document = helmDocument({
    global: { environment: name, ...(global as JsonObject | undefined) },
    ...rest,
  });
  document.commentBefore = ` ${spec.pipeline.name} in ${name}: what differs from values.yaml.`;
  return printDocument(document);
}
