import { ObjectIndex } from '../../objects/ObjectIndex';
import { ObjectEvent } from '../../resources/objectEvent';
import { ContainerStatus, Pod } from '../../resources/pod';
import { podProblem } from './podProblem';

const NOW = new Date('2026-11-23T09:00:00Z');

/** A time, so many seconds ago. */
function ago(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

function pod(status: Pod['status'], name = 'worker', made = ago(100)): Pod {
  return {
    metadata: {
      name,
      namespace: 'data',
      creationTimestamp: made,
      labels: { component: 'taskmanager' },
      annotations: {},
    },
    status,
  };
}

function container(status: Partial<ContainerStatus>): Pod {
  return pod({
    phase: 'Running',
    containerStatuses: [{ name: 'main', ...status }],
  });
}

function event(reason: string, message: string, at = ago(60)): ObjectEvent {
  return {
    metadata: {
      name: `worker.${reason}${message.length}`,
      namespace: 'data',
      labels: {},
      annotations: {},
    },
    involvedObject: { kind: 'Pod', namespace: 'data', name: 'worker' },
    reason,
    message,
    firstTimestamp: at,
    lastTimestamp: at,
  };
}

function ask(pods: Pod[], ...events: ObjectEvent[]) {
  const source = new ObjectIndex();
  events.forEach(one => source.put('events', one));
  return podProblem(pods, { source, now: NOW });
}

const starting = container({
  state: { waiting: { reason: 'ContainerCreating' } },
});

describe('podProblem', () => {
  it('says which image cannot be pulled', () => {
    const waiting = { reason: 'ImagePullBackOff', message: 'no such tag' };
    expect(ask([container({ state: { waiting } })])).toMatchObject({
      health: 'Degraded',
      reason: 'ImagePullBackOff',
      message: 'The image of main in pod worker cannot be pulled: no such tag',
      since: ago(100),
    });
  });

  it('takes an image’s failure from the events, which are ahead of the pod', () => {
    const failed = event(
      'Failed',
      'Failed to pull image "a:1": not found',
      ago(5),
    );
    expect(ask([starting], failed)).toMatchObject({
      health: 'Degraded',
      reason: 'ErrImagePull',
      since: ago(5),
    });
  });

  it('says that an image takes long, and not before it does', () => {
    const message = 'Pulling image "a:1"';
    expect(ask([starting], event('Pulling', message, ago(20)))).toBeUndefined();
    expect(ask([starting], event('Pulling', message, ago(40)))?.reason).toBe(
      'ImagePullSlow',
    );
  });

  it('lets a container fail once, and not twice', () => {
    const terminated = { exitCode: 2, finishedAt: ago(10) };
    const once = {
      restartCount: 1,
      state: { running: {} },
      lastState: { terminated },
    };
    expect(ask([container(once)])).toMatchObject({
      health: 'Progressing',
      reason: 'ContainerRestarting',
    });
    expect(ask([container({ ...once, restartCount: 2 })])).toMatchObject({
      health: 'Degraded',
      reason: 'CrashLoop',
      message:
        'Container main in pod worker crashes again and again; it ended with exit code 2',
    });
  });

  it('forgets crashes of a container that has run well since', () => {
    const well = { ready: true, restartCount: 5, state: { running: {} } };
    const crashed = (seconds: number) =>
      container({
        ...well,
        lastState: { terminated: { exitCode: 1, finishedAt: ago(seconds) } },
      });
    expect(ask([crashed(30)])?.reason).toBe('CrashLoop');
    expect(ask([crashed(300)])).toBeUndefined();
  });

  it('says that memory was the end of a container', () => {
    const terminated = {
      exitCode: 137,
      reason: 'OOMKilled',
      finishedAt: ago(3),
    };
    expect(ask([container({ state: { terminated } })])?.reason).toBe(
      'OOMKilled',
    );
    const failed = pod({
      phase: 'Failed',
      containerStatuses: [{ name: 'main', state: { terminated } }],
    });
    expect(ask([failed])?.reason).toBe('OOMKilled');
  });

  it('leaves a failed pod alone once another has taken its place', () => {
    const failed = pod({ phase: 'Failed', reason: 'Evicted', message: 'disk' });
    expect(ask([failed])?.message).toBe(
      'Pod worker was evicted from its node: disk',
    );
    expect(ask([failed, pod({}, 'other', ago(2))])).toBeUndefined();
  });

  it.each([
    [5, [], 'Progressing'],
    [60, [], 'Degraded'],
    [60, [event('TriggeredScaleUp', 'pod triggered scale-up')], 'Progressing'],
    [5, [event('NotTriggerScaleUp', 'max node group size')], 'Degraded'],
  ])('after %s s without a node and %j says %s', (seconds, events, health) => {
    const unscheduled = pod({
      phase: 'Pending',
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message:
            '0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes.',
          lastTransitionTime: ago(seconds),
        },
      ],
    });
    expect(ask([unscheduled], ...events)).toMatchObject({
      health,
      reason: 'Unschedulable',
      message: expect.stringMatching(
        /3 nodes are available: 3 Insufficient cpu$/,
      ),
    });
  });

  it('waits for what a pod mounts, but not for ever', () => {
    const message =
      'MountVolume.SetUp failed for volume "x" : secret "x" not found';
    expect(ask([starting], event('FailedMount', message, ago(3)))?.health).toBe(
      'Progressing',
    );
    expect(
      ask([starting], event('FailedMount', message, ago(30))),
    ).toMatchObject({
      health: 'Degraded',
      reason: 'FailedMount',
    });
    const mounted = event(
      'Pulled',
      'Container image "b:1" already present',
      ago(1),
    );
    expect(
      ask([starting], event('FailedMount', message, ago(30)), mounted),
    ).toBeUndefined();
  });

  it('says that a node is gone, while the pod still counts as running', () => {
    const lost = pod({
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'False' }],
    });
    expect(
      ask([lost], event('NodeNotReady', 'Node is not ready'))?.reason,
    ).toBe('NodeNotReady');
  });

  it('leaves a pod alone that only starts, is deleted or is done', () => {
    const deleted = pod({ phase: 'Failed' });
    deleted.metadata.deletionTimestamp = ago(1);
    expect(
      ask([starting, deleted, pod({ phase: 'Succeeded' })]),
    ).toBeUndefined();
  });
});
