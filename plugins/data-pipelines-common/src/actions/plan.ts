import { ObjectRef } from '../model/views';
import { ActionStep } from './step';

/**
 * What an action will do, before it is done. The same plan is shown and
 * carried out.
 *
 * @public
 */
export interface ActionPlan {
  /** The object it is about. */
  target: ObjectRef;
  /** Sentences in the order in which things happen. */
  effects: string[];
  /** What the job's next start takes up; absent where the job does not start. */
  startsFrom?: StartingState;
  /** Carried out one after the other; none where it is refused. */
  steps: ActionStep[];
  /** Sentences. */
  cannotUndo: string[];
  /** What people fall into with this action here and now. */
  traps: ActionTrap[];
  /** Why it cannot be done; absent when it can. */
  refusal?: ActionRefusal;
}

/**
 * Why an action cannot be done, and what to do instead.
 *
 * @public
 */
export interface ActionRefusal {
  sentence: string;
  remedy: string;
}

/**
 * What a Flink job takes up when it starts.
 *
 * @public
 */
export interface StartingState {
  kind: 'savepoint' | 'checkpoint' | 'nothing' | 'unknown';
  /** Known where it exists already. */
  path?: string;
  sentence: string;
}

/** @public */
export type ActionTrapId =
  | 'cause-remains'
  | 'checkpoint-instead'
  | 'deletes-data'
  | 'drains'
  | 'drops-state'
  | 'last-savepoint'
  | 'may-be-replaced'
  | 'no-folder'
  | 'no-object'
  | 'no-savepoint-first'
  | 'not-of-release'
  | 'not-replayable'
  | 'other-folder'
  | 'runs-beside'
  | 'started-from'
  | 'starts-at-once'
  | 'starts-empty'
  | 'starts-over'
  | 'status-vanishes'
  | 'transactions-expire'
  | 'without-recovery';

/**
 * Something about an action that surprises people.
 *
 * @public
 */
export interface ActionTrap {
  id: ActionTrapId;
  /** `acknowledge`: it is done only by who says to know it. */
  weight: 'acknowledge' | 'note';
  sentence: string;
  remedy: string;
}

/** A plan that only says why not. */
export function refusedPlan(
  target: ObjectRef,
  sentence: string,
  remedy: string,
): ActionPlan {
  return {
    target,
    effects: [],
    steps: [],
    cannotUndo: [],
    traps: [],
    refusal: { sentence, remedy },
  };
}
