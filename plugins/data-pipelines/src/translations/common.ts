/** Words that several pages share. */
export const common = {
  health: {
    Healthy: 'Healthy',
    Progressing: 'Progressing',
    Degraded: 'Degraded',
    Suspended: 'Suspended',
    Missing: 'Missing',
    Unknown: 'Unknown',
    lastKnown: 'last known',
  },
  copy: {
    command: 'Copy command',
    path: 'Copy path',
    done: 'Copied',
  },
  engine: { kafka: 'Kafka', flink: 'Flink', spark: 'Spark' },
  time: {
    now: 'just now',
    seconds: '{{number}} s ago',
    minutes: '{{number}} min ago',
    hours: '{{number}} h ago',
    days: '{{number}} d ago',
    unknown: 'unknown',
  },
  showMore_one: 'Show {{count}} more',
  showMore_other: 'Show more of {{count}}',
  state: {
    loading: 'Loading',
    failed: 'The portal could not load this',
    shownFrom: 'What you see was loaded',
    retry: 'Try again',
    since: 'since',
  },
} as const;
