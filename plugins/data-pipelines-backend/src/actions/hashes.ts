import { createHash } from 'node:crypto';

/** The same for the same order of the same user; fit for a Kubernetes name. */
export function actionId(
  {
    user,
    ref,
    environment,
  }: { user: string; ref: string; environment: { name: string } },
  { key }: { key: string },
): string {
  return digest([user, ref, environment.name, key]).slice(0, 20);
}

/** What Flink knows a request of an action by. */
export function triggerOf(action: string): string {
  return digest(action).slice(0, 32);
}

/** Another one where anything of the plan is. */
export function fingerprintOf(plan: object): string {
  return digest(plan).slice(0, 32);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
