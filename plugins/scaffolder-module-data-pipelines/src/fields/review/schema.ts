import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A value of the field: findings that a person accepted. */
export const reviewSchema = makeFieldSchema({
  output: z =>
    z.object({
      accepted: z.record(z.record(z.string())).optional(),
    }),
});
