import { ConflictError } from '@backstage/errors';
import { Action } from './Action';
import { ActionStore } from './ActionStore';

/**
 * For who wants to change something: not while something else is being done
 * that has to end first.
 *
 * @param refs - what may be in its way; the first is what is to be changed
 * @throws ConflictError where it is
 */
export async function requireFree(
  store: ActionStore,
  refs: readonly [string, ...string[]],
  waitsFor: (other: Action) => boolean,
): Promise<void> {
  const busy = (await store.runningOf(refs)).find(waitsFor);
  if (!busy) return;
  const { by, action, jobRef } = busy;
  const what = jobRef === refs[0] ? '' : ` of ${jobRef}`;
  throw new ConflictError(
    `${by} asked for ${action.action}${what} a moment ago, and it is not done yet. Wait until it is.`,
  );
}
