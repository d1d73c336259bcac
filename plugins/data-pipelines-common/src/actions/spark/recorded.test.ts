import { SparkApplication } from '../../resources/spark';
import { waitedFor } from '../waiting';

/** The states of `report-suspended`, recorded of operator 2.5.2, in their order. */
const SUSPENDED = ['RUNNING', 'SUSPENDING', 'SUSPENDED'] as const;
const RESUMED = ['SUSPENDED', 'RESUMING', 'SUBMITTED', 'RUNNING'] as const;

type State = NonNullable<
  NonNullable<SparkApplication['status']>['applicationState']
>['state'];

const at = (
  until: 'application-running' | 'application-suspended',
  state: State,
  errorMessage?: string,
) =>
  waitedFor(until, {
    metadata: {},
    status: { applicationState: { state, errorMessage } },
  });

it('is suspended when the operator says so, not before', () => {
  expect(
    SUSPENDED.map(state => at('application-suspended', state).state),
  ).toEqual(['waiting', 'waiting', 'reached']);
});

it('runs again when its new driver does', () => {
  expect(RESUMED.map(state => at('application-running', state).state)).toEqual([
    'waiting',
    'waiting',
    'waiting',
    'reached',
  ]);
});

it('says why it does not run', () => {
  const why = 'driver container failed with ExitCode: 143, Reason: Error';
  expect(at('application-running', 'FAILED', why)).toEqual({
    state: 'failed',
    sentence: `It failed: ${why}`,
  });
  expect(at('application-suspended', 'COMPLETED').state).toBe('failed');
});
