import {
  ApacheApplicationState,
  ApacheSparkApplication,
  ApacheSparkStateSummary,
} from '../../resources/sparkApache';

/** States in which only the cleaning up is told, not how it went. */
const CLEANED_UP: readonly ApacheSparkStateSummary[] = [
  'ResourceReleased',
  'TerminatedWithoutReleaseResources',
];

/** The state that matters: the one before the cleaning up. */
export function lastState(
  status: ApacheSparkApplication['status'],
): ApacheApplicationState | undefined {
  const current = status?.currentState;
  if (!current || !isCleanedUp(current)) return current;
  const before = Object.entries(status?.stateTransitionHistory ?? {})
    .filter(([, state]) => state && !isCleanedUp(state))
    .sort(([a], [b]) => Number(a) - Number(b));
  return before.at(-1)?.[1] ?? current;
}

function isCleanedUp({ currentStateSummary }: ApacheApplicationState) {
  return (
    currentStateSummary !== undefined &&
    CLEANED_UP.includes(currentStateSummary)
  );
}
