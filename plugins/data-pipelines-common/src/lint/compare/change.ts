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
