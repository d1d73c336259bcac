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
  /** Whether one of its actions that still runs has to end first. */
  waitsFor(other: Action): boolean;
}
