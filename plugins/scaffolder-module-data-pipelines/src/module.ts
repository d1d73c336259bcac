import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

/**
 * Fields for the scaffolder's wizard, and the review on its last page.
 *
 * @public
 */
export const dataPipelinesFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'data-pipeline-target',
      params: {
        field: async () =>
          createFormField((await import('./fields/target')).targetField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'data-pipeline-kafka',
      params: {
        field: async () =>
          createFormField((await import('./fields/kafka')).kafkaField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'data-pipeline-topics',
      params: {
        field: async () =>
          createFormField((await import('./fields/topics')).topicsField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'data-pipeline-flink-jobs',
      params: {
        field: async () =>
          createFormField((await import('./fields/jobs')).flinkJobsField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'data-pipeline-spark-jobs',
      params: {
        field: async () =>
          createFormField((await import('./fields/jobs')).sparkJobsField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'data-pipeline-review',
      params: {
        field: async () =>
          createFormField((await import('./fields/review')).reviewField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'data-pipeline-job-change',
      params: {
        field: async () =>
          createFormField((await import('./fields/jobChange')).jobChangeField),
      },
    }),
  ],
});
