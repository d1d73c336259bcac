import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A value of the field: rows of the page *Topics*. */
export const topicsSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        name: z.string(),
        partitions: z.number().int().optional(),
        retention: z.string().optional(),
        external: z.boolean().optional(),
      }),
    ),
  uiOptions: z =>
    z.object({
      /** What a new topic begins with. */
      defaults: z
        .object({
          partitions: z.number().int().optional(),
          retention: z.string().optional(),
        })
        .optional(),
    }),
});
