/** What a job's own Flink says of it. */
export const flink = {
  title: 'Inside Flink',
  unanswered: 'Flink says nothing',
  steps: 'Steps of the job',
  column: {
    step: 'Step',
    parallelism: 'Parallelism',
    busy: 'Busy',
    held: 'Held back',
    takes: 'Records in',
    gives: 'Records out',
    watermark: 'Watermark',
  },
  rate: '{{number}}/s',
  failures: 'What made it fail',
  noFailures: 'Flink remembers no failure of this run',
  in: 'In {{task}}',
} as const;
