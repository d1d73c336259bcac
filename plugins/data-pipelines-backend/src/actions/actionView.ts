import {
  ActionView,
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
    by,
    state,
    steps: steps.map(stepSentence),
    stepsDone,
    ...(sentence && { sentence }),
    startedAt: action.startedAt.toISOString(),
    ...(action.endedAt && { endedAt: action.endedAt.toISOString() }),
  };
}
