import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A value of the field: Flink jobs of the page *Jobs*. */
export const flinkJobsSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        name: z.string(),
        description: z.string().optional(),
        image: z.string(),
        args: z.array(z.string()).optional(),
        reads: z.array(z.string()).optional(),
        writes: z.array(z.string()).optional(),
        size: z.enum(['S', 'M', 'L', 'XL']).optional(),
        jar: z.string(),
        mainClass: z.string().optional(),
        parallelism: z.number().int().optional(),
        upgrade: z.enum(['savepoint', 'last-state', 'stateless']).optional(),
        state: z.enum(['none', 'small', 'large']).optional(),
      }),
    ),
  uiOptions: z =>
    z.object({
      /** May there be none? */
      optional: z.boolean().optional(),
      /** What a new job begins with. */
      defaults: z
        .object({ image: z.string().optional(), jar: z.string().optional() })
        .optional(),
    }),
});

/** A value of the field: Spark jobs of the page *Jobs*. */
export const sparkJobsSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        name: z.string(),
        description: z.string().optional(),
        image: z.string(),
        args: z.array(z.string()).optional(),
        reads: z.array(z.string()).optional(),
        writes: z.array(z.string()).optional(),
        size: z.enum(['S', 'M', 'L', 'XL']).optional(),
        main: z.string(),
        mainClass: z.string().optional(),
        schedule: z.string().optional(),
        timeZone: z.string().optional(),
      }),
    ),
  uiOptions: z =>
    z.object({
      /** May there be none? */
      optional: z.boolean().optional(),
      /** What a new job begins with. */
      defaults: z
        .object({ image: z.string().optional(), main: z.string().optional() })
        .optional(),
    }),
});
