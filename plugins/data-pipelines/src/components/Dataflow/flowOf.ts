import { Health } from '@headworks/backstage-plugin-data-pipelines-common';

/** What can be said of the data between two parts from their healths alone. */
export type Flow = 'flows' | 'waits' | 'stops';

const FLOW: Record<Health, Flow> = {
  Healthy: 'flows',
  Progressing: 'waits',
  Suspended: 'waits',
  Unknown: 'waits',
  Missing: 'stops',
  Degraded: 'stops',
};

const ORDER: readonly Flow[] = ['stops', 'waits', 'flows'];

/** The worse end decides; what is outside says nothing. */
export function flowOf(...ends: Array<Health | undefined>): Flow {
  const flows = ends.map(health => (health ? FLOW[health] : 'flows'));
  return ORDER.find(flow => flows.includes(flow)) ?? 'flows';
}
