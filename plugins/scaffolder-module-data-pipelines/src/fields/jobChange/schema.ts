import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field asks for nothing: its value is empty. */
export const jobChangeSchema = makeFieldSchema({ output: z => z.object({}) });
