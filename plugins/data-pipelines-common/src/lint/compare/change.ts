/**
 * How much a change matters: `refused` cannot be, or destroys what cannot be
 * had back; `warning` wants somebody to look; `info` says what happens.
 *
 * @public
 */
export type ChangeSeverity = 'refused' | 'warning' | 'info';

/**
 * Which object a change is about.
 *
 * @public
 */
export interface ChangedObject {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/**
 * What happens to a job that runs when a change is applied.
 *
 * @public
 */
export type JobEffect =
  | 'starts'
  | 'restarts-from-savepoint'
  | 'restarts-from-checkpoint'
  | 'restarts-empty'
  | 'runs-again'
  | 'runs-otherwise-next-time'
  | 'stops';

/**
 * What a change does to one object, and what to do instead or before.
 *
 * @public
 */
export interface Change {
  severity: ChangeSeverity;
  object: ChangedObject;
  /** Where in the object; empty where it is the whole of it. */
  path: string;
  problem: string;
  remedy: string;
  /** What happens to the job that the object is; absent where nothing does. */
  effect?: JobEffect;
}

/** A change before its object is known. */
export type Finding = Omit<Change, 'object'>;

export function refused(
  path: string,
  problem: string,
  remedy: string,
): Finding {
  return { severity: 'refused', path, problem, remedy };
}

export function warning(
  path: string,
  problem: string,
  remedy: string,
): Finding {
  return { severity: 'warning', path, problem, remedy };
}

export function info(path: string, problem: string, remedy: string): Finding {
  return { severity: 'info', path, problem, remedy };
}

/** A finding that is about the job itself. */
export function doing(effect: JobEffect, finding: Finding): Finding {
  return { ...finding, effect };
}
