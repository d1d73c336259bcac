import { ConflictError } from '@backstage/errors';
import {
  JobAction,
  planJobAction,
  valuesOfAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { JobAt } from '../service/jobAt';
import { Action } from './Action';
import { jobMoment, requireActionable } from './jobMoment';
import { Subject } from './Subject';

/** An action on a job in one environment. */
export function jobSubject(
  asked: { at: JobAt; user: string },
  action: JobAction,
): Subject {
  const { at, user } = asked;
  const { environment, job, pipelineRef } = at;
  return {
    ref: job.entityRef,
    pipelineRef,
    environment,
    action,
    user,
    object() {
      const { object } = job;
      if (!object) {
        throw new ConflictError(
          `The job is not installed in ${environment.name}. Install its chart there first.`,
        );
      }
      requireActionable(object);
      return object;
    },
    plan(id, live) {
      const moment = jobMoment(asked, id, live);
      return {
        plan: planJobAction(action, moment),
        values: valuesOfAction(action, job.name, moment),
      };
    },
    // One change at a time; savepoints are taken beside it. Who stops or starts
    // the whole pipeline changes the job, too.
    refs: [job.entityRef, pipelineRef],
    waitsFor: other =>
      action.action !== 'savepoint' &&
      other.action.action !== 'savepoint' &&
      !takesBack(action, other) &&
      other.environment === environment.name,
  };
}

/** A job whose savepoint fails cannot be stopped; who gives up must not wait for that. */
function takesBack(action: JobAction, other: Action): boolean {
  return (
    action.action === 'resume' &&
    other.steps.some(
      step => step.do === 'wait' && step.until === 'job-suspended',
    )
  );
}
