import { StartingState } from '../plan';
import { isSwitchedOff } from './LiveStandaloneJob';
import { hasStopped, notRunning, StandaloneAsIs } from './notRunning';

/**
 * What a Flink job without an operator takes up when it starts next.
 *
 * @public
 */
export function standaloneNextStart(asIs: StandaloneAsIs): StartingState {
  return hasStopped(asIs) && !isSwitchedOff(asIs.job)
    ? {
        kind: 'nothing',
        sentence:
          'It does not start again until its values name a savepoint or checkpoint as startFrom.path.',
      }
    : {
        kind: 'checkpoint',
        sentence:
          'Its last checkpoint, as long as the job stays the same; a changed one starts from what startFrom in its values names.',
      };
}

/**
 * Why no savepoint can be taken now; undefined when one can.
 *
 * @public
 */
export function standaloneSavepointRefusal(
  asIs: StandaloneAsIs,
): string | undefined {
  return notRunning(asIs)?.sentence;
}
