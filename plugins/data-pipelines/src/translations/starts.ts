/** What each start of a Flink job took up, and why. */
export const starts = {
  title: 'Starts',
  column: {
    at: 'Started',
    from: 'Took up',
    why: 'Why',
    image: 'Image',
    known: 'Lost state',
  },
  from: {
    savepoint: 'A savepoint',
    checkpoint: 'A checkpoint',
    nothing: 'Nothing',
    unknown: 'Not known',
  },
  stateless: 'Nothing: its upgrade mode is stateless',
  saidBy: {
    flink: 'as Flink says',
    operator: 'as the operator deployed it',
  },
  why: {
    first: 'First start',
    'installed-anew': 'Installed anew',
    upgrade: 'Upgrade',
    restore: 'Restore',
    resume: 'Resumed',
    restart: 'Restart',
    failover: 'Failover',
    unknown: 'Not known',
  },
  lost: 'What it had kept before was not taken up',
  acknowledge: 'Acknowledge',
  acknowledgeOf: 'Acknowledge the start of {{time}}',
  acknowledged: '{{who}}: {{reason}}',
  ask: '{{job}} started with nothing in {{environment}}',
  explain:
    'Say why it is meant to. The job is then no longer Degraded for it; your name and reason stay with the start. To have its state back, restore it from a snapshot instead.',
  reason: 'Reason',
  go: 'Acknowledge it',
  failed: 'It is not acknowledged',
} as const;
