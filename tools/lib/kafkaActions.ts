import {
  ActionPlan,
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

/** In words that come after a kind. */
const SITUATIONS: Record<
  string,
  Pick<LiveStrimziObject, 'spec'> & { annotations?: Record<string, string> }
> = {
  'is reconciled': {},
  'is paused': { annotations: PAUSED },
  'has its state paused in the values': { spec: { state: 'paused' } },
  'has its state stopped in the values': { spec: { state: 'stopped' } },
  'waits for a restart': { annotations: RESTARTING },
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
  const ofRestart = action === 'restart-connector';
  return kinds.flatMap(kind =>
    Object.entries(SITUATIONS)
      .filter(([words]) => ofRestart || /^is /.test(words))
      .map(([words, { annotations, spec }]) => {
        const plan = planKafkaAction(
          { action },
          {
            cluster: 'production',
            object: {
              apiVersion: 'kafka.strimzi.io/v1',
              kind,
              metadata: { name: 'web', namespace: 'kafka', annotations },
              spec,
            },
            annotations: {},
          },
        );
        return `| ${KINDS[kind]} that ${words} | ${cells(plan)} |`;
      }),
  );
}
