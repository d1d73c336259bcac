/** Banners about clusters. */
export const clusters = {
  unreachable: 'Cluster {{name}} does not answer',
  unsupported: 'Cluster {{name}} cannot be followed',
  connecting: 'Cluster {{name}} is being read for the first time',
  connectingHint: 'Its pipelines show up as soon as that is done.',
  asOf: 'What you see of it is as it was',
  pipelines_one: 'This concerns {{count}} pipeline.',
  pipelines_other: 'This concerns {{count}} pipelines.',
  nothingKnown: 'Nothing is known of it yet.',
  several: '{{number}} clusters do not answer or cannot be followed',
  severalHint:
    'What you see of them is as it was when they last answered: {{names}}.',
  notes_one: 'Something is not read from a cluster',
  notes_other: '{{count}} things are not read from clusters, or late',
  catalogAsOf: 'It was read',
  show: 'Show each',
  hide: 'Show less',
} as const;
