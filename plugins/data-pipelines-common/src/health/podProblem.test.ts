import { Pod } from '../resources/pod';
import { podProblem } from './podProblem';

function pod(status: Pod['status']): Pod {
  return {
    metadata: {
      name: 'driver',
      namespace: 'data',
      labels: {},
      annotations: {},
    },
    status,
  };
}

function waiting(reason: string, message?: string): Pod {
  return pod({
    phase: 'Pending',
    containerStatuses: [
      { name: 'main', state: { waiting: { reason, message } } },
    ],
  });
}

describe('podProblem', () => {
  it('says which image cannot be pulled', () => {
    expect(podProblem([waiting('ImagePullBackOff', 'no such tag')])).toEqual(
      expect.objectContaining({
        health: 'Degraded',
        reason: 'ImagePullBackOff',
        message:
          'The image of main in pod driver cannot be pulled: no such tag',
      }),
    );
  });

  it('says which container crashes', () => {
    expect(podProblem([waiting('CrashLoopBackOff')])?.message).toBe(
      'Container main in pod driver crashes again and again',
    );
  });

  it('says why no node takes the pod', () => {
    const problem = podProblem([
      pod({
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/3 nodes are available',
          },
        ],
      }),
    ]);
    expect(problem?.message).toBe(
      'Pod driver finds no node: 0/3 nodes are available',
    );
  });

  it.each(['ContainerCreating', 'PodInitializing'])(
    'leaves a pod alone that only starts (%s)',
    reason => {
      expect(podProblem([waiting(reason)])).toBeUndefined();
    },
  );
});
