import { InputError } from '@backstage/errors';
import { AnyAction } from '@headworks/backstage-plugin-data-pipelines-common';
import { Action } from './Action';

/**
 * What is known under a key, for who orders it once more.
 *
 * @throws InputError where something else was ordered with that key
 */
export function sameAs(known: Action, action: AnyAction): Action {
  if (JSON.stringify(known.action) !== JSON.stringify(action)) {
    throw new InputError(
      'key: it belongs to another action; send a new one for each action',
    );
  }
  return known;
}
