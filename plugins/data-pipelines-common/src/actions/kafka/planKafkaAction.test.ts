import { kubectlOf } from '../kubectl';
import { waitedFor } from '../waiting';
import { isStrimzi, KafkaActionName, kafkaActionsOf } from './KafkaAction';
import { KafkaMoment, LiveStrimziObject } from './KafkaMoment';
import { planKafkaAction } from './planKafkaAction';

const PAUSED = { 'strimzi.io/pause-reconciliation': 'true' };

function object(
  kind: LiveStrimziObject['kind'],
  metadata: Partial<LiveStrimziObject['metadata']> = {},
  spec: LiveStrimziObject['spec'] = {},
): LiveStrimziObject {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind,
    metadata: { name: 'lab', namespace: 'kafka', generation: 4, ...metadata },
    spec,
  };
}

function plan(action: KafkaActionName, of: LiveStrimziObject) {
  const moment: KafkaMoment = {
    cluster: 'lake',
    object: of,
    annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
  };
  return planKafkaAction({ action }, moment);
}

const KINDS = [
  'Kafka',
  'KafkaConnect',
  'KafkaConnector',
  'KafkaTopic',
  'KafkaUser',
] as const;

it.each(KINDS)('pauses the reconciliation of a %s', kind => {
  const made = plan('pause-reconciliation', object(kind));
  expect(made.steps).toEqual([
    {
      do: 'patch',
      target: expect.objectContaining({ kind, name: 'lab' }),
      patch: {
        metadata: {
          annotations: {
            'headworks.dev/requested-by': 'user:default/ana',
            ...PAUSED,
          },
        },
      },
      generation: 4,
    },
    expect.objectContaining({ until: 'reconciliation-paused' }),
  ]);
  expect(made.traps.map(({ id }) => id)).toEqual(['status-vanishes']);
});

it.each(KINDS)('resumes that of a %s by removing the annotation', kind => {
  const made = plan(
    'resume-reconciliation',
    object(kind, { annotations: PAUSED }),
  );
  expect(made.steps[0]).toMatchObject({
    patch: {
      metadata: { annotations: { 'strimzi.io/pause-reconciliation': null } },
    },
  });
});

it('restarts a connector, whose tasks go on', () => {
  const made = plan('restart-connector', object('KafkaConnector'));
  expect(made.steps).toMatchObject([
    { patch: { metadata: { annotations: { 'strimzi.io/restart': 'true' } } } },
    { until: 'connector-restarted' },
  ]);
  expect(made.effects[1]).toContain('one that failed needs');
});

it('says with kubectl the same, without a mark that only the portal may leave', () => {
  expect(
    kubectlOf(plan('restart-connector', object('KafkaConnector')).steps),
  ).toEqual([
    `kubectl --namespace kafka patch kafkaconnector.kafka.strimzi.io/lab --type merge --patch '{"metadata":{"annotations":{"strimzi.io/restart":"true"}}}'`,
    `while [ -n "$(kubectl --namespace kafka get kafkaconnector.kafka.strimzi.io/lab --output 'jsonpath={.metadata.annotations.strimzi\\.io/restart}')" ]; do sleep 2; done`,
  ]);
});

it.each([
  [
    'pause-reconciliation',
    object('Kafka', { annotations: PAUSED }),
    /paused already.*Resume it/,
  ],
  ['resume-reconciliation', object('Kafka'), /not paused/],
  ['restart-connector', object('KafkaConnect'), /is no connector/],
  [
    'restart-connector',
    object('KafkaConnector', { annotations: PAUSED }),
    /Resume its reconciliation/,
  ],
  [
    'restart-connector',
    object('KafkaConnector', {}, { state: 'stopped' }),
    /Set its state to running/,
  ],
  [
    'restart-connector',
    object('KafkaConnector', { annotations: { 'strimzi.io/restart': 'true' } }),
    /asked for already.*Wait/,
  ],
] as const)('%s is refused (%#)', (action, of, expected) => {
  const { refusal, steps } = plan(action, of);
  expect(`${refusal?.sentence} ${refusal?.remedy}`).toMatch(expected);
  expect(steps).toEqual([]);
});

describe('where Argo CD keeps the object as Git has it', () => {
  const labels = { 'argocd.argoproj.io/instance': 'kafka-lab' };

  it('an annotation that Git does not have is no drift', () => {
    const made = plan('pause-reconciliation', object('Kafka', { labels }));
    expect(made.refusal).toBeUndefined();
  });

  it('one that Git has is a change in Git', () => {
    const made = plan(
      'resume-reconciliation',
      object('Kafka', {
        labels,
        annotations: PAUSED,
        managedFields: [
          {
            manager: 'argocd-controller',
            fieldsV1: {
              'f:metadata': {
                'f:annotations': { 'f:strimzi.io/pause-reconciliation': {} },
              },
            } as object,
          },
        ],
      }),
    );
    expect(made.refusal?.sentence).toContain(
      'metadata.annotations.strimzi.io/pause-reconciliation',
    );
  });
});

describe('as Strimzi 1.2.0 was seen to say it', () => {
  const says = (...types: string[]) => ({
    metadata: {},
    status: {
      conditions: types.map(type => ({ type, status: 'True' as const })),
    },
  });

  it('is paused when that is its condition', () => {
    expect(waitedFor('reconciliation-paused', says('Ready')).state).toBe(
      'waiting',
    );
    expect(
      waitedFor('reconciliation-paused', says('ReconciliationPaused')).state,
    ).toBe('reached');
  });

  it('is resumed when it is ready again, or says why not', () => {
    const until = 'reconciliation-resumed';
    expect(waitedFor(until, says('ReconciliationPaused')).state).toBe(
      'waiting',
    );
    expect(waitedFor(until, says()).state).toBe('waiting');
    expect(waitedFor(until, says('Ready')).state).toBe('reached');
    expect(waitedFor(until, says('NotReady')).state).toBe('reached');
  });

  it('is restarted when the annotation is gone, and waits where Connect refuses', () => {
    const until = 'connector-restarted';
    const metadata = { annotations: { 'strimzi.io/restart': 'true' } };
    expect(waitedFor(until, { metadata: {} }).state).toBe('reached');
    expect(waitedFor(until, { metadata })).toMatchObject({ state: 'waiting' });
    const message = 'Failed to restart connector lab. 409 Conflict';
    const conditions = [
      { type: 'Warning', status: 'True', reason: 'RestartConnector', message },
    ];
    expect(waitedFor(until, { metadata, status: { conditions } })).toEqual({
      state: 'waiting',
      sentence: message,
    });
  });
});

it.each([
  ['kafka.strimzi.io/v1', 'KafkaTopic', true],
  ['kafka.strimzi.io/v1beta2', 'Kafka', true],
  ['kafka.strimzi.io/v1', 'KafkaNodePool', false],
  ['kafka.strimzi.io/v1', 'toString', false],
  ['platform.confluent.io/v1beta1', 'Kafka', false],
  ['kafka.strimzi.io.example/v1', 'Kafka', false],
])('%s %s has actions: %s', (apiVersion, kind, expected) => {
  expect(isStrimzi({ apiVersion, kind })).toBe(expected);
});

it.each(['restart-connector', 'restart-failed-tasks'] as const)(
  'offers %s for a connector alone',
  action => {
    const offering = KINDS.filter(kind =>
      kafkaActionsOf(kind).includes(action),
    );
    expect(offering).toEqual(['KafkaConnector']);
  },
);
