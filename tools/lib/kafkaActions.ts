import {
  ActionPlan,
  ConnectorState,
  KafkaActionName,
  kafkaActionsOf,
  LiveStrimziObject,
  planKafkaAction,
  StrimziKind,
} from '@headworks/backstage-plugin-data-pipelines-common';

const TITLES: Record<KafkaActionName, string> = {
  'pause-reconciliation': 'Pause reconciliation',
  'resume-reconciliation': 'Resume reconciliation',
  'restart-connector': 'Restart a connector',
  'restart-failed-tasks': 'Restart failed tasks',
};

const KINDS: Record<StrimziKind, string> = {
  Kafka: 'A Kafka',
  KafkaConnect: 'A KafkaConnect',
  KafkaConnector: 'A KafkaConnector',
  KafkaTopic: 'A KafkaTopic',
  KafkaUser: 'A KafkaUser',
};

const PAUSED = { 'strimzi.io/pause-reconciliation': 'true' };
const RESTARTING = { 'strimzi.io/restart': 'true' };

type Situation = Partial<
  Pick<LiveStrimziObject, 'apiVersion' | 'spec' | 'status'>
> & { annotations?: Record<string, string> };

/** In words that come after a kind. */
const RECONCILED: Record<string, Situation> = {
  'is reconciled': { status: tasks('RUNNING', 'RUNNING') },
  'is paused': { annotations: PAUSED },
};

const SITUATIONS: Record<string, Situation> = {
  ...RECONCILED,
  'has its state paused in the values': { spec: { state: 'paused' } },
  'has its state stopped in the values': { spec: { state: 'stopped' } },
  'waits for a restart': { annotations: RESTARTING },
};

const FAILED: Record<string, Situation> = {
  'has a task that failed': { status: tasks('RUNNING', 'FAILED') },
  'has one, of Strimzi before 0.49': {
    apiVersion: 'kafka.strimzi.io/v1beta2',
    status: tasks('RUNNING', 'FAILED'),
  },
  'has failed itself, without its tasks': {
    status: {
      connectorStatus: {
        ...tasks('RUNNING').connectorStatus,
        connector: { state: 'FAILED' },
      },
    },
  },
};

const SITUATIONS_OF: Record<KafkaActionName, Record<string, Situation>> = {
  'pause-reconciliation': RECONCILED,
  'resume-reconciliation': RECONCILED,
  'restart-connector': SITUATIONS,
  'restart-failed-tasks': { ...FAILED, ...SITUATIONS },
};

const INTRODUCTION = `## Kafka

Of objects of Strimzi that a pipeline shows, by its documentation and source and
the recordings of version 1.2.0. They are told by annotations: neither Argo CD
nor Flux undoes one that Git does not have. A topic keeps its records and a
connector its offsets through all of this.
`;

/** The part of the page about objects of Strimzi. */
export function kafkaSections(cells: (plan: ActionPlan) => string): string[] {
  const names = Object.keys(TITLES) as KafkaActionName[];
  return [
    INTRODUCTION,
    ...names.map(
      action => `### ${TITLES[action]}

| The object | What happens | Mind |
| --- | --- | --- |
${rowsOf(action, cells).join('\n')}
`,
    ),
  ];
}

function rowsOf(
  action: KafkaActionName,
  cells: (plan: ActionPlan) => string,
): string[] {
  const kinds = (Object.keys(KINDS) as StrimziKind[]).filter(kind =>
    kafkaActionsOf(kind).includes(action),
  );
  return kinds.flatMap(kind =>
    Object.entries(SITUATIONS_OF[action]).map(
      ([words, { annotations, ...situation }]) => {
        const plan = planKafkaAction(
          { action },
          {
            cluster: 'production',
            object: {
              apiVersion: 'kafka.strimzi.io/v1',
              kind,
              metadata: { name: 'web', namespace: 'kafka', annotations },
              ...situation,
            },
            annotations: {},
          },
        );
        return `| ${KINDS[kind]} that ${words} | ${cells(plan)} |`;
      },
    ),
  );
}

function tasks(...states: ConnectorState[]) {
  return {
    connectorStatus: {
      connector: { state: 'RUNNING' as const },
      tasks: states.map((state, id) => ({ id, state })),
    },
  };
}
