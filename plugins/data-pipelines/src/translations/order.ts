/** Stopping and starting all jobs of a pipeline. */
export const order = {
  menu: 'Stop or start all jobs',
  ask: {
    stop: 'Stop all jobs of {{pipeline}} in {{environment}}',
    start: 'Start all jobs of {{pipeline}} in {{environment}}',
  },
  go: { stop: 'Stop them now', start: 'Start them now' },
  nothing: 'Nothing has to be done.',
  notes: 'The order',
  turns: 'Job by job',
  turn: '{{number}}. {{job}}',
  again:
    'It ends at the first job that fails. Asked for again, it goes on from there.',
  goOn: 'What is not done yet is done when you ask for it again.',
} as const;
