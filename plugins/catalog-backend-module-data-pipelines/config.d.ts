import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Offers pipelines that clusters show and that nobody registered; absent
       * by default: none.
       */
      dataPipelines?: {
        /**
         * `labelled` (the default): what carries the labels of our charts.
         * `all`: every Flink and Spark job, those of one
         * `app.kubernetes.io/part-of` together.
         */
        scope?: 'labelled' | 'all';
        /** Namespace of the entities; `default` by default. */
        namespace?: string;
        /** Owner where no object names one; `unknown` by default. */
        defaultOwner?: string;
        /** `production` by default. */
        lifecycle?: string;
        /** Every 30 seconds by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
