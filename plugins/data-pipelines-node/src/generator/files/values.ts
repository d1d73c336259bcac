import { JsonObject } from '@backstage/types';
import { Document, isMap, Scalar } from 'yaml';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { helmDocument, printDocument } from '../yaml/helmDocument';

/** Why a value is there, by its path: what a person asks who meets it first in a review. */
const COMMENTS: Record<string, string> = {
  global: ' What several charts need to know.',
  'global.pipeline':
    ' The environment is not here: values-<environment>.yaml sets it.',
  'global.storage':
    ' Checkpoints, savepoints and job metadata: <uri>/<environment>/<job>/.',
  kafka: ' Topics that this pipeline declares, by their name in Kafka.',
  flink: ' Flink jobs by name; the object is <pipeline>-<job>.',
  spark: ' Spark jobs by name; the object is <pipeline>-<job>.',
};

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
  for (const [path, comment] of Object.entries(COMMENTS)) {
    addComment(document, path.split('.'), comment);
  }
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

function addComment(document: Document, path: string[], comment: string) {
  const parent =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1));
  if (!isMap(parent)) return;
  const pair = parent.items.find(
    item => (item.key as Scalar).value === path.at(-1),
  );
  if (pair) {
    (pair.key as Scalar).commentBefore = comment;
    (pair.key as Scalar).spaceBefore =
      path.length === 1 && parent.items[0] !== pair;
  }
}
