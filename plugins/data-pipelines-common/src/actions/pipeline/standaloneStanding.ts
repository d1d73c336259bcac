import { hasStopped, runningId } from '../standalone/notRunning';
import { StandaloneMoment } from '../standalone/StandaloneMoment';
import { Standing, TO_BE_TOLD } from './Standing';

export function standaloneToStop(moment: StandaloneMoment): Standing {
  return hasStopped(moment)
    ? { is: 'as-wanted', sentence: 'It has stopped already.' }
    : TO_BE_TOLD;
}

/** What its plan refuses names the change in Git. */
export function standaloneToStart(moment: StandaloneMoment): Standing {
  return runningId(moment)
    ? { is: 'as-wanted', sentence: 'It runs already.' }
    : TO_BE_TOLD;
}
