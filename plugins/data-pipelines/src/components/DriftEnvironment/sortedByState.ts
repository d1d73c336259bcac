import {
  LiveObject,
  LiveState,
} from '@headworks/backstage-plugin-data-pipelines-common';

const ORDER: Record<LiveState, number> = {
  missing: 0,
  differs: 1,
  unreadable: 2,
  same: 3,
};

/** What wants somebody's attention, and the rest; the worst first. */
export function sortedByState(objects: readonly LiveObject[]): {
  drifted: LiveObject[];
  others: LiveObject[];
} {
  const sorted = [...objects].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const isDrifted = ({ state }: LiveObject) =>
    state === 'missing' || state === 'differs';
  return {
    drifted: sorted.filter(isDrifted),
    others: sorted.filter(one => !isDrifted(one)),
  };
}
