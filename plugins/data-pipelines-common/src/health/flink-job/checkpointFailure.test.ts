import {
  checkpointFailure,
  failingCheckpoints,
  failsCheckpoints,
} from './checkpointFailure';

describe('checkpointFailure', () => {
  // The first is what Flink 2.2.1 said when its folder was gone.
  it.each([
    [
      'An Exception occurred while triggering the checkpoint. IO-problem detected.',
      'Flink cannot write to the checkpoint storage',
    ],
    [
      'Checkpoint expired before completing.',
      'they take longer than their timeout',
    ],
    [
      'Asynchronous task checkpoint failed.',
      'a task cannot write its state to the checkpoint storage',
    ],
    ['java.io.IOException: denied', 'denied'],
  ])('%s', (said, meant) => {
    expect(checkpointFailure(said)).toBe(meant);
  });
});

describe('failingCheckpoints', () => {
  const threshold =
    'org.apache.flink.util.FlinkRuntimeException: Exceeded checkpoint tolerable failure threshold.';

  it('says why the last one failed, and none of the rest', () => {
    const said = failingCheckpoints(
      `${threshold} The latest checkpoint failed due to Checkpoint expired before completing., view the Checkpoint History tab or the Job Manager log to find out why continuous checkpoints failed.`,
    );
    expect(said).toBe(
      'its checkpoints fail: they take longer than their timeout',
    );
    expect(failsCheckpoints(said)).toBe(true);
  });

  it('needs no reason', () => {
    expect(failingCheckpoints(threshold)).toBe('its checkpoints fail');
  });

  it('leaves other exceptions alone', () => {
    expect(failingCheckpoints('java.lang.RuntimeException: no')).toBe(
      undefined,
    );
    expect(failsCheckpoints('no')).toBe(false);
  });
});
