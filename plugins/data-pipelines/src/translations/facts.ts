/** Numbers with their units. */
export const facts = {
  behind_one: '{{number}} record behind',
  behind_other: '{{number}} records behind',
  forEver: 'kept for ever',
  kept: 'kept {{time}}',
  duration: {
    milliseconds: '{{number}} ms',
    seconds: '{{number}} s',
    minutes: '{{number}} min',
    hours: '{{number}} h',
    days: '{{number}} d',
  },
  until: {
    seconds: 'in {{number}} s',
    minutes: 'in {{number}} min',
    hours: 'in {{number}} h',
    days: 'in {{number}} d',
    past: 'due',
    unknown: 'unknown',
  },
} as const;
