import { impossible } from './impossible';
import { ActionStep, WaitingFor } from './step';

const UNTIL: Record<WaitingFor, string> = {
  'application-running': 'the application runs',
  'application-suspended': 'the application has stopped',
  'connector-restarted': 'the operator has restarted it',
  'reconciliation-paused': 'the operator has paused',
  'reconciliation-resumed': 'the operator has taken it up again',
  'savepoint-completed': 'the savepoint is complete',
  'snapshot-deleted': 'its files are deleted and it is gone',
  'job-suspended': 'the job has stopped',
  'job-running': 'the job runs',
  'savepoint-possible': 'the job runs and can take a savepoint',
};

/**
 * What a step does, for a list of steps.
 *
 * @public
 */
export function stepSentence(step: ActionStep): string {
  switch (step.do) {
    case 'create':
      return `Create ${step.object.kind} ${step.object.metadata.name}`;
    case 'copy':
      return `Create ${step.into.kind} ${step.into.metadata.name} from ${step.source.kind} ${step.source.name}`;
    case 'patch':
      return `Change ${step.target.kind} ${step.target.name}`;
    case 'delete':
      return `Delete ${step.target.kind} ${step.target.name}`;
    case 'ask-flink':
      return step.ask.to === 'stop'
        ? 'Have Flink stop the job with a savepoint'
        : 'Have Flink take a savepoint';
    case 'await-flink':
      return `Wait until Flink has done it, ${step.minutes} minutes at most`;
    case 'wait':
      return `Wait until ${UNTIL[step.until]}, ${step.minutes} minutes at most`;
    default:
      return impossible(step);
  }
}
