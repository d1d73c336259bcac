/** The card of a system, a group or a person that has pipelines. */
export const card = {
  title: 'Data pipelines',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
} as const;
