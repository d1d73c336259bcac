import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { Target } from '../answers';
import { DataPipelineTarget } from './DataPipelineTarget';
import { targetSchema } from './schema';
import { targetProblems } from './targetProblems';

const validation: CustomFieldValidator<Partial<Target>> = (target, field) =>
  Object.values(targetProblems(target)).forEach(field.addError);

/** `ui:field: DataPipelineTarget`. */
export const targetField = {
  name: 'DataPipelineTarget',
  component: DataPipelineTarget,
  schema: targetSchema,
  validation,
};
