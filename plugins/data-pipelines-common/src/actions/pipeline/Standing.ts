import { ActionRefusal } from '../plan';
import { WaitingFor } from '../step';

/**
 * How a job stands to what is wanted of it: as it is wanted; told so already,
 * and only waited for; such that it cannot be told now; or to be told.
 */
export type Standing =
  | { is: 'as-wanted'; sentence: string }
  | { is: 'told'; until: WaitingFor; minutes: number; sentence: string }
  | ({ is: 'refused' } & ActionRefusal)
  | { is: 'to-be-told' };

export const STILL_STOPPING: Standing = {
  is: 'refused',
  sentence: 'It is still stopping.',
  remedy:
    'Wait until it has stopped, then start again; where it cannot be stopped, resume it on its own page.',
};

export const TO_BE_TOLD: Standing = { is: 'to-be-told' };
