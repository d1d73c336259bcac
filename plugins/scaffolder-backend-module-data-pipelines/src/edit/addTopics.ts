import { ConflictError, InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  GeneratedFile,
  TopicForm,
  topicValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Edit,
  editValues,
  follow,
  readPipeline,
  textOf,
  ValueEdit,
  withFile,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { isDeepStrictEqual } from 'node:util';

/**
 * Declares more topics in `values.yaml`, whose comments stay, and in what
 * follows from it. A topic that is there already, just so, stays.
 *
 * @throws InputError or ConflictError that names the topic and the remedy
 */
export function addTopics(
  files: readonly GeneratedFile[],
  topics: readonly TopicForm[],
): Edit {
  if (topics.length === 0) {
    throw new InputError('Topics: there are none; add at least one topic');
  }
  const kafka = readPipeline(files).values.kafka as KafkaValues | undefined;
  const declared = kafka?.topics ?? {};
  const edits: ValueEdit[] = [];
  for (const [index, topic] of topics.entries()) {
    const { name } = topic;
    if (topics.findIndex(other => other.name === name) !== index) {
      throw new InputError(
        `Topics › ${name}: stands there twice; remove or rename one of them`,
      );
    }
    const value = topicValues(topic);
    if (!Object.hasOwn(declared, name)) {
      edits.push({ path: ['kafka', 'topics', name], value });
    } else if (!isDeepStrictEqual(declared[name], value)) {
      throw new ConflictError(
        `Topics › ${name}: the pipeline has this topic already; choose another name, or change kafka.topics.${name} in its values.yaml`,
      );
    }
  }
  if (edits.length > 0 && kafka?.enabled === false) {
    edits.unshift({ path: ['kafka', 'enabled'], value: true });
  }
  const content = editValues(textOf(files, 'values.yaml'), edits);
  return follow(withFile(files, { path: 'values.yaml', content }));
}

interface KafkaValues {
  enabled?: boolean;
  topics?: Record<string, JsonObject>;
}
