import { createHash } from 'node:crypto';
import {
  ActionPlan,
  ActionQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { JobAt } from '../service/jobAt';

/** The same for the same order of the same user; fit for a Kubernetes name. */
export function actionId(
  { at, user }: { at: JobAt; user: string },
  { environment, key }: ActionQuestion,
): string {
  return digest([user, at.job.entityRef, environment, key]).slice(0, 20);
}

/** Another one where anything of the plan is. */
export function fingerprintOf(plan: ActionPlan): string {
  return digest(plan).slice(0, 32);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
