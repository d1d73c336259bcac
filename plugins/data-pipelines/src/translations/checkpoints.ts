/** What a job's own Flink remembers of its checkpoints. */
export const checkpoints = {
  title: 'Checkpoints',
  every: 'Checkpoints every {{time}}',
  none: 'Flink has made no checkpoint yet',
  startedEmpty: 'This run of the job started with nothing',
  startedFromSavepoint: 'It took up a savepoint',
  startedFromCheckpoint: 'It took up a checkpoint',
  show: 'Show them',
  hide: 'Hide them',
  timeline_one:
    'The last checkpoint: {{failed}} failed, the longest took {{longest}}',
  timeline_other:
    'The last {{count}} checkpoints: {{failed}} failed, the longest took {{longest}}',
  took: 'Checkpoint {{id}} took {{time}}',
  ended: 'Checkpoint {{id}}: {{state}}',
  savepoint: 'Savepoint: {{state}}',
  of: {
    'in-progress': 'In progress',
    completed: 'Completed',
    failed: 'Failed',
    'given-up': 'Given up when the job stopped',
  },
  column: {
    id: 'Id',
    began: 'Began',
    took: 'Took',
    size: 'Size',
    written: 'Written',
    inFlight: 'In flight',
  },
} as const;
