import {
  ActionView,
  isKafkaAction,
  ObjectRef,
  stepSentence,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Action } from './Action';

/** What people see of an action. */
export function actionView(action: Action): ActionView {
  const { id, environment, by, state, steps, stepsDone, sentence } = action;
  return {
    id,
    action: action.action.action,
    environment,
    ...(isKafkaAction(action.action) && { part: targetOf(action) }),
    by,
    state,
    steps: steps.map(step =>
      step.job ? `${step.job}: ${stepSentence(step)}` : stepSentence(step),
    ),
    stepsDone,
    ...(sentence && { sentence }),
    startedAt: action.startedAt.toISOString(),
    ...(action.endedAt && { endedAt: action.endedAt.toISOString() }),
  };
}

/** Every step of an action on a part is about that part. */
function targetOf({ steps }: Action): ObjectRef | undefined {
  return steps.flatMap(step => ('target' in step ? step.target : []))[0];
}
