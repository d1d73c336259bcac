import {
  JobChange,
  ObjectDiff,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What happens to a job, in a word or two. */
export const EFFECT_WORDS: Record<JobChange['effect'], string> = {
  nothing: 'nothing',
  starts: 'starts',
  'restarts-from-savepoint': 'restarts from a savepoint',
  'restarts-from-checkpoint': 'restarts from a checkpoint',
  'restarts-empty': 'restarts empty',
  'runs-again': 'runs again',
  'runs-otherwise-next-time': 'runs otherwise next time',
  stops: 'stops',
  refused: 'refused',
  unknown: 'not known',
};

export const STATE_MARKS: Record<ObjectDiff['state'], string> = {
  added: '+ new',
  changed: '~ changes',
  removed: '- goes',
};
