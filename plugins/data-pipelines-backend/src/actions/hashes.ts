import { createHash } from 'node:crypto';
import { ActionPlan } from '@headworks/backstage-plugin-data-pipelines-common';
import { Subject } from './Subject';

/** The same for the same order of the same user; fit for a Kubernetes name. */
export function actionId(
  { user, ref, environment }: Subject,
  { key }: { key: string },
): string {
  return digest([user, ref, environment.name, key]).slice(0, 20);
}

/** Another one where anything of the plan is. */
export function fingerprintOf(plan: ActionPlan): string {
  return digest(plan).slice(0, 32);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
