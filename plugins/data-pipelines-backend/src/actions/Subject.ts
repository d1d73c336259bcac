import {
  ActionPlan,
  AnyAction,
  Environment,
  ObjectRef,
  ValueChange,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Action } from './Action';
import { LiveObject } from './liveObject';

/** What an action will do, and what does the same in Git. */
export interface Planned {
  plan: ActionPlan;
  values: ValueChange[];
}

/** Who asks for which action, of what, and how that is planned. */
export interface Subject {
  /** What its actions are kept under. */
  ref: string;
  pipelineRef: string;
  environment: Environment;
  action: AnyAction;
  /** Entity ref of the user. */
  user: string;
  /** @throws ConflictError where it is not there, or there are no actions for it */
  object(): ObjectRef;
  /** @param id - of the action */
  plan(id: string, live: LiveObject): Planned;
  /** What an action that still runs may be of, to be in the way; first its own. */
  refs: readonly [string, ...string[]];
  /** Whether such an action has to end first. */
  waitsFor(other: Action): boolean;
}
