import {
  ActionPlan,
  ActionTrap,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The traps that somebody has to say to know, and has not. */
export function unacknowledged(
  { traps }: ActionPlan,
  acknowledged: readonly string[],
): ActionTrap[] {
  return traps.filter(
    ({ id, weight }) => weight === 'acknowledge' && !acknowledged.includes(id),
  );
}
