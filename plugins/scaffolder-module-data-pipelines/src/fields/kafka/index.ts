import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { KafkaForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { DataPipelineKafka } from './DataPipelineKafka';
import { kafkaProblems } from './kafkaProblems';
import { kafkaSchema } from './schema';

const validation: CustomFieldValidator<Partial<KafkaForm>> = (kafka, field) =>
  Object.values(kafkaProblems(kafka)).forEach(field.addError);

/** `ui:field: DataPipelineKafka`. */
export const kafkaField = {
  name: 'DataPipelineKafka',
  component: DataPipelineKafka,
  schema: kafkaSchema,
  validation,
};
