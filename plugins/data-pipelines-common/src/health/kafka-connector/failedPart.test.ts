import { KafkaConnector } from '../../resources/strimzi';
import { failedPart } from './failedPart';

function said(
  tasks: NonNullable<
    NonNullable<KafkaConnector['status']>['connectorStatus']
  >['tasks'],
) {
  return failedPart(
    {
      kind: 'KafkaConnector',
      metadata: {
        name: 'files',
        namespace: 'kafka',
        labels: {},
        annotations: {},
      },
      spec: {},
      status: { connectorStatus: { tasks } },
    },
    { health: 'Degraded', reason: 'NotReady', message: '' },
  );
}

describe('failedPart', () => {
  it('names each task that failed, the cause of the first, and how all of them are restarted', () => {
    const report = said([
      { id: 0, state: 'RUNNING' },
      { id: 1, state: 'FAILED', trace: 'java.io.IOException: disk full' },
      { id: 4, state: 'FAILED' },
    ]);
    expect(report).toMatchObject({
      reason: 'TaskFailed',
      message: 'Tasks 1, 4 of the connector have failed: disk full',
      nextStep:
        'Remove the cause, then choose "Restart failed tasks" in its menu, or kubectl annotate kafkaconnector files strimzi.io/restart-task=1, and so each of them.',
    });
  });

  it('says nothing where none has failed', () => {
    expect(said([{ id: 0, state: 'RUNNING' }])).toBeUndefined();
    expect(said(undefined)).toBeUndefined();
  });
});
