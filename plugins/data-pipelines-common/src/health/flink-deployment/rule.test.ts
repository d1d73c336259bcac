import { FlinkStory } from '../../replay/__testUtils__/FlinkStory';

const JM = 'orders-6b789679cd-aaaaa';
const TM = 'orders-taskmanager-1-1';
const BOOM =
  'org.apache.flink.util.FlinkException: Task failed\n\tat x.Y.z(Y.java:1)\nCaused by: java.lang.IllegalStateException: no such field';

describe('flinkDeploymentRule', () => {
  it('forgives a TaskManager that is lost once', () => {
    const story = FlinkStory.running()
      .gone(10, 'orders-taskmanager-1-1')
      .pod(11, 'orders-taskmanager-1-2', 'taskmanager', false)
      .event(15, 'FlinkDeployment', 'orders', 'JobException', BOOM)
      .changed(15, 'RUNNING', 'RESTARTING')
      .pod(20, 'orders-taskmanager-1-2', 'taskmanager', true)
      .changed(30, 'RESTARTING', 'RUNNING');
    expect(story.told(120)).toEqual([
      '0 Healthy Running',
      '10 Progressing WaitsForTaskManagers',
      '15 Degraded JobRestarting',
      '30 Healthy Running',
    ]);
  });

  it('keeps saying that a job fails in a loop, though it runs in between', () => {
    const story = FlinkStory.running();
    for (let at = 10; at < 130; at += 30) {
      story
        .event(at, 'FlinkDeployment', 'orders', 'JobException', BOOM)
        .changed(at, 'RUNNING', 'CREATED')
        .changed(at + 15, 'CREATED', 'RUNNING');
    }
    expect(story.told(360)).toEqual([
      '0 Healthy Running',
      '10 Degraded JobRestarting',
      '25 Healthy Running',
      '40 Degraded RestartLoop',
      // The last failure was at 100.
      '220 Healthy Running',
    ]);
  });

  it('sees a loop in the exceptions alone, when it looks too seldom for more', () => {
    const story = FlinkStory.running();
    [10, 10, 10].forEach(at =>
      story.event(at, 'FlinkDeployment', 'orders', 'JobException', BOOM),
    );
    expect(story.told(30)).toEqual([
      '0 Healthy Running',
      '10 Degraded RestartLoop',
    ]);
  });

  it('still sees a loop that has gone on for an hour', () => {
    const story = FlinkStory.running();
    for (let at = 0; at <= 3600; at += 60) {
      story.event(at, 'FlinkDeployment', 'orders', 'JobException', BOOM);
    }
    expect(story.told(3650).at(-1)).toBe('120 Degraded RestartLoop');
  });

  it('takes the first failure for want of checkpoints for what it is', () => {
    const story = FlinkStory.running().event(
      10,
      'FlinkDeployment',
      'orders',
      'JobException',
      'org.apache.flink.util.FlinkRuntimeException: Exceeded checkpoint tolerable failure threshold.',
    );
    expect(story.told(30)).toEqual([
      '0 Healthy Running',
      '10 Degraded RestartLoop',
    ]);
  });

  it('sees TaskManagers run out of memory one after the other', () => {
    const story = FlinkStory.running();
    for (const n of [2, 3, 4]) {
      const at = n * 20;
      const name = `orders-taskmanager-1-${n}`;
      story
        .gone(at, `orders-taskmanager-1-${n - 1}`)
        .pod(at, name, 'taskmanager', true)
        .event(at, 'Pod', name, 'Started', 'Container started');
    }
    expect(story.told(90)).toEqual([
      '0 Healthy Running',
      '80 Degraded TaskManagersLost',
    ]);
    const oom = FlinkStory.running().pod(
      10,
      'orders-taskmanager-1-1',
      'taskmanager',
      false,
      {
        phase: 'Failed',
        containerStatuses: [
          {
            name: 'main',
            state: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
          },
        ],
      },
    );
    expect(oom.told(11)).toContain('10 Degraded OOMKilled');
  });

  it('says Progressing while a JobManager that was lost comes back', () => {
    const story = FlinkStory.running()
      .gone(10, JM)
      .pod(11, 'orders-6b789679cd-bbbbb', 'jobmanager', false)
      .is(15, { jobManager: 'DEPLOYING', job: 'RECONCILING' })
      .pod(25, 'orders-6b789679cd-bbbbb', 'jobmanager', true)
      .is(26, { jobManager: 'DEPLOYED_NOT_READY' })
      .is(36, { jobManager: 'READY', job: 'RUNNING' });
    expect(story.told(60)).toEqual([
      '0 Healthy Running',
      '10 Progressing JobManagerRestarting',
      '15 Progressing JobManagerStarting',
      '26 Progressing JobManagerNotReady',
      '36 Healthy Running',
    ]);
  });

  it('says that nothing is left to recover from', () => {
    const error = JSON.stringify({
      type: 'org.apache.flink.kubernetes.operator.exception.RecoveryFailureException',
      message:
        'JobManager deployment is missing and HA data is not available to make stateful upgrades.',
    });
    const story = FlinkStory.running()
      .gone(10, JM)
      .is(15, { jobManager: 'MISSING', job: 'RECONCILING', error });
    expect(story.told(40)).toEqual([
      '0 Healthy Running',
      '10 Progressing JobManagerRestarting',
      '15 Degraded JobManagerMissing',
    ]);
  });

  it('names a quota that stops the JobManager, and one that stops TaskManagers', () => {
    const quota =
      'Error creating: pods "orders-6b-x" is forbidden: exceeded quota: small';
    const jobManager = new FlinkStory()
      .is(0, {
        lifecycle: 'DEPLOYED',
        jobManager: 'DEPLOYING',
        job: 'RECONCILING',
      })
      .event(1, 'ReplicaSet', 'orders-6b789679cd', 'FailedCreate', quota);
    expect(jobManager.told(30)).toEqual([
      '0 Progressing JobManagerStarting',
      '1 Degraded QuotaExceeded',
    ]);
    const started = {
      lifecycle: 'DEPLOYED',
      jobManager: 'READY',
      job: 'CREATED',
    };
    const none = new FlinkStory()
      .pod(0, JM, 'jobmanager', true)
      .is(10, started);
    expect(none.told(40)).toEqual([
      '10 Progressing WaitsForTaskManagers',
      '21 Degraded NoTaskManagers',
    ]);
    const few = new FlinkStory()
      .pod(0, JM, 'jobmanager', true)
      .pod(5, 'orders-taskmanager-1-1', 'taskmanager', true)
      .is(10, { ...started, taskManagers: 2 });
    expect(few.told(40).at(-1)).toBe('21 Degraded TooFewTaskManagers');
  });

  it('names no quota where a job that waits for its restart gave TaskManagers back', () => {
    const story = FlinkStory.running()
      .event(5, 'Pod', TM, 'Started', 'Container started')
      .changed(10, 'RUNNING', 'RESTARTING')
      .gone(50, TM);
    expect(story.told(120)).toEqual([
      '0 Healthy Running',
      '10 Degraded JobRestarting',
    ]);
    const never = FlinkStory.running()
      .changed(10, 'RUNNING', 'RESTARTING')
      .gone(50, TM);
    expect(never.told(120).at(-1)).toBe('50 Degraded NoTaskManagers');
  });

  it('says that a change does not get on, also while the operator tries again', () => {
    const message = 'Stop-with-savepoint failed: permission denied';
    const error = JSON.stringify({
      type: 'x.ReconciliationException',
      message,
    });
    const about = ['FlinkDeployment', 'orders'] as const;
    const story = FlinkStory.running()
      .is(10, { generation: 2 })
      .event(10, ...about, 'SpecChanged', 'UPGRADE change(s) detected')
      .event(15, ...about, 'Error', message)
      .is(15, { error })
      .event(40, ...about, 'SpecChanged', 'UPGRADE change(s) detected')
      .is(40, { error: undefined });
    expect(story.told(60)).toEqual([
      '0 Healthy Running',
      '10 Progressing SpecChanged',
      '15 Degraded ChangeFailed',
    ]);
  });

  it('does not hide a job that fails behind a change that waits for it', () => {
    const story = FlinkStory.running()
      .changed(10, 'RUNNING', 'RESTARTING')
      .is(20, { generation: 2 });
    expect(story.told(60)).toEqual([
      '0 Healthy Running',
      '10 Degraded JobRestarting',
    ]);
  });

  it('tells a job that ended for good from one that was cancelled or is done', () => {
    const error = JSON.stringify({ type: 'x.Y', message: 'no more restarts' });
    const end = (state: Parameters<FlinkStory['is']>[1]) =>
      FlinkStory.running().is(10, state).told(20).at(-1);
    expect(end({ lifecycle: 'FAILED', job: 'FAILED', error })).toBe(
      '10 Degraded JobFailed',
    );
    expect(end({ lifecycle: 'SUSPENDED', job: 'CANCELED' })).toBe(
      '10 Degraded JobCanceled',
    );
    expect(end({ lifecycle: 'SUSPENDED', job: 'RECONCILING' })).toBe(
      '10 Progressing Resuming',
    );
    expect(end({ job: 'FINISHED', jobManager: 'MISSING' })).toBe(
      '10 Healthy Completed',
    );
  });

  it('gives a JobManager five minutes, and one that is ready two', () => {
    const states = { lifecycle: 'DEPLOYED', job: 'RECONCILING' };
    const slow = new FlinkStory()
      .pod(0, JM, 'jobmanager', false)
      .is(0, { ...states, jobManager: 'DEPLOYING' });
    expect(slow.told(400).at(-1)).toBe('301 Degraded JobManagerNotReady');
    const unreachable = new FlinkStory()
      .pod(0, JM, 'jobmanager', true)
      .is(0, { ...states, jobManager: 'DEPLOYED_NOT_READY' });
    expect(unreachable.told(400)[1]).toBe('121 Degraded JobManagerUnreachable');
  });

  it('does not take a state for its own that only looks like one', () => {
    const story = FlinkStory.running().is(5, { job: 'constructor' });
    expect(story.told(10).at(-1)).toBe('5 Unknown StatusNotUnderstood');
  });
});
