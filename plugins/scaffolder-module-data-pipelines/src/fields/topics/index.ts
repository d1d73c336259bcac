import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { TopicForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { DataPipelineTopics } from './DataPipelineTopics';
import { topicsSchema } from './schema';
import { NO_TOPIC, topicProblems } from './topicProblems';

const validation: CustomFieldValidator<TopicForm[]> = (topics, field) => {
  if (topics.length === 0) {
    field.addError(NO_TOPIC);
  }
  for (const { index, message } of topicProblems(topics)) {
    field.addError(`${topics[index].name || `Topic ${index + 1}`}: ${message}`);
  }
};

/** `ui:field: DataPipelineTopics`. */
export const topicsField = {
  name: 'DataPipelineTopics',
  component: DataPipelineTopics,
  schema: topicsSchema,
  validation,
};
