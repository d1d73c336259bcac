import { KafkaConnector } from '../../resources/strimzi';
import { kubectlOf } from '../kubectl';
import { LiveStrimziObject } from './KafkaMoment';
import { planKafkaAction } from './planKafkaAction';

type Status = NonNullable<KafkaConnector['status']>['connectorStatus'];
type Tasks = NonNullable<NonNullable<Status>['tasks']>;

const FAILED: Tasks[number] = {
  id: 2,
  state: 'FAILED',
  trace:
    'org.apache.kafka.connect.errors.ConnectException: Tolerance exceeded\n\tat a.B(B.java:1)\nCaused by: java.net.ConnectException: Connection refused.\n\tat c.D(D.java:2)\n',
};
const TASKS: Tasks = [
  { id: 0, state: 'FAILED' },
  { id: 1, state: 'RUNNING' },
];

function plan(
  connectorStatus: Status,
  change: Partial<LiveStrimziObject> & {
    annotations?: Record<string, string>;
  } = {},
) {
  const { annotations, ...rest } = change;
  return planKafkaAction(
    { action: 'restart-failed-tasks' },
    {
      cluster: 'lake',
      object: {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaConnector',
        metadata: { name: 'files', namespace: 'kafka', annotations },
        status: { connectorStatus },
        ...rest,
      },
      annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
    },
  );
}

describe('planRestartFailedTasks', () => {
  it('names the tasks that failed, and why', () => {
    const { effects, traps, refusal } = plan({ tasks: [FAILED] });
    expect(refusal).toBeUndefined();
    expect(effects[0]).toBe('Task 2 has failed: Connection refused.');
    expect(effects[1]).toContain('what runs goes on');
    expect(traps.map(({ id }) => id)).toEqual(['cause-remains']);
  });

  it('restarts all of them by one annotation, which Connect makes sense of', () => {
    const { effects, steps } = plan({ tasks: [...TASKS, FAILED] });
    expect(effects[0]).toBe('Tasks 0, 2 have failed.');
    expect(steps).toMatchObject([
      {
        do: 'patch',
        patch: {
          metadata: {
            annotations: {
              'strimzi.io/restart': 'includeTasks,onlyFailed',
              'headworks.dev/requested-by': 'user:default/ana',
            },
          },
        },
      },
      { do: 'wait', until: 'connector-restarted' },
    ]);
    expect(kubectlOf(steps)[0]).toContain(
      `--patch '{"metadata":{"annotations":{"strimzi.io/restart":"includeTasks,onlyFailed"}}}'`,
    );
  });

  it.each<[string, ReturnType<typeof plan>, RegExp]>([
    [
      'none has failed, and says how they are',
      plan({
        tasks: [
          { id: 0, state: 'RUNNING' },
          { id: 1, state: 'UNASSIGNED' },
        ],
      }),
      /No task of the connector has failed: 0 is RUNNING, 1 is UNASSIGNED\. .*log/,
    ],
    [
      'the connector alone has failed',
      plan({ connector: { state: 'FAILED' }, tasks: [] }),
      /reports no tasks.*Restart the connector/,
    ],
    ['nothing is known of them', plan(undefined), /reports no tasks/],
    [
      'its operator may be too old to know it',
      plan({ tasks: TASKS }, { apiVersion: 'kafka.strimzi.io/v1beta2' }),
      /before 0\.49.*annotate kafkaconnector files strimzi\.io\/restart-task=0/,
    ],
    [
      'its reconciliation is paused',
      plan(
        { tasks: TASKS },
        { annotations: { 'strimzi.io/pause-reconciliation': 'true' } },
      ),
      /Resume its reconciliation/,
    ],
    [
      'it is to stand',
      plan({ tasks: TASKS }, { spec: { state: 'paused' } }),
      /Set its state to running/,
    ],
    [
      'a restart is asked for',
      plan({ tasks: TASKS }, { annotations: { 'strimzi.io/restart': 'true' } }),
      /asked for already/,
    ],
    [
      'it is no connector',
      plan(undefined, { kind: 'KafkaConnect' }),
      /is no connector/,
    ],
  ])('is refused where %s', (_, { refusal, steps }, expected) => {
    expect(`${refusal?.sentence} ${refusal?.remedy}`).toMatch(expected);
    expect(steps).toEqual([]);
  });
});
