import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A value of the field: where a pipeline runs. */
export const targetSchema = makeFieldSchema({
  output: z =>
    z.object({
      cluster: z.string().optional(),
      namespace: z.string().optional(),
      environment: z.string().optional(),
    }),
  uiOptions: z =>
    z.object({
      /** Environments to suggest; dev, staging and prod without. */
      environments: z.array(z.string()).optional(),
    }),
});
