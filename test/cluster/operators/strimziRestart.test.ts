import { restartOf } from './strimziRestart';

const TASKS = [
  { id: 0, state: 'RUNNING', worker_id: 'a' },
  { id: 1, state: 'FAILED', worker_id: 'b', trace: 'it broke' },
];
const REMOVED = { annotations: { 'strimzi.io/restart': null } };

function made(restart: string, more: Record<string, string> = {}) {
  return restartOf({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaConnector',
    metadata: {
      name: 'files',
      annotations: { 'strimzi.io/restart': restart, ...more },
    },
    status: { connectorStatus: { connector: {}, tasks: TASKS } },
  });
}

describe('restartOf', () => {
  it('leaves the tasks as they are with true', () => {
    expect(made('true')).toEqual({ metadata: REMOVED });
    expect(made('onlyFailed')).toEqual({ metadata: REMOVED });
  });

  it.each(['includeTasks,onlyFailed', 'onlyFailed, includeTasks'])(
    'has what failed run again with %s',
    restart => {
      expect(made(restart)).toMatchObject({
        metadata: REMOVED,
        status: {
          connectorStatus: {
            tasks: [TASKS[0], { id: 1, state: 'RUNNING', worker_id: 'b' }],
          },
          conditions: [{ type: 'Ready' }],
        },
      });
    },
  );

  it.each(['true,includeTasks', 'includeTasks,all', '1'])(
    'warns of %s and leaves it there',
    restart => {
      expect(made(restart)).toEqual({
        status: {
          conditions: [
            expect.objectContaining({
              type: 'Warning',
              reason: 'RestartConnector',
              message: 'Invalid annotation format',
            }),
          ],
        },
      });
    },
  );

  it('does nothing with false, and none while it is paused', () => {
    expect(made('false')).toBeUndefined();
    expect(
      made('true', { 'strimzi.io/pause-reconciliation': 'true' }),
    ).toBeUndefined();
  });
});
