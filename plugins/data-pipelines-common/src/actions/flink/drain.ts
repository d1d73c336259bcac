import { ActionTrap } from '../plan';

/**
 * What it means to drain a job as it stops: Flink sends the highest watermark
 * through it first, so that every window and timer of event time fires (Flink,
 * savepoints: "stopping a job with a savepoint").
 */
export const drains = {
  effect:
    'Before that, all its windows and timers fire as if their time had come.',
  cannotUndo:
    'What its windows were still collecting is given out as it is, and the savepoint has it no longer.',
  trap: {
    id: 'drains',
    weight: 'acknowledge',
    sentence:
      'It is drained for good: a job that starts from this savepoint gives wrong results where it goes on with the same windows.',
    remedy: 'Drain it only if it is not to go on; else suspend it without.',
  },
} as const satisfies {
  effect: string;
  cannotUndo: string;
  trap: ActionTrap;
};
