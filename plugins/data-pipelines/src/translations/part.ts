/** The card of a job, topic or Kafka cluster. */
export const part = {
  title: 'Health',
  pipeline: 'Part of the pipeline',
  nowhere: 'It runs in no environment',
  nowhereHint:
    'Its pipeline declares no environment in which this part is known.',
} as const;
