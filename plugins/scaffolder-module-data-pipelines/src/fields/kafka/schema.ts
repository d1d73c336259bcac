import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A value of the field: the Kafka that the jobs use. */
export const kafkaSchema = makeFieldSchema({
  output: z =>
    z.object({
      cluster: z.string().optional(),
      namespace: z.string().optional(),
      bootstrapServers: z.string().optional(),
      authentication: z.enum(['none', 'scram-sha-512', 'tls']).optional(),
      replicas: z.number().int().optional(),
    }),
});
