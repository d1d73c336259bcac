import {
  EnvironmentView,
  Health,
  HealthReport,
  HistoryEntry,
  HistoryPlace,
  JobPageView,
  JobView,
  KafkaClusterView,
  ObjectRef,
  PipelineView,
  TopicView,
  verdictOf,
  worstVerdict,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What the backend answers, as its own rules word it. */
export const SINCE = '2026-11-24T10:12:00Z';

const MESSAGES: Record<Health, Omit<HealthReport, 'health'>> = {
  Healthy: { reason: 'Running', message: 'The job runs', since: SINCE },
  Progressing: {
    reason: 'Deploying',
    message: 'The JobManager is starting',
    since: SINCE,
  },
  Degraded: {
    reason: 'ImagePullBackOff',
    message:
      'A pod cannot start: its image registry.example.com/score:1.4.2 cannot be pulled',
    nextStep: 'Check the image name and the pull secret of the namespace.',
    since: SINCE,
  },
  Suspended: {
    reason: 'Suspended',
    message: 'The job is suspended, as its specification asks',
  },
  Missing: {
    reason: 'NotInstalled',
    message: 'The object is not in namespace data',
    nextStep: 'Install the chart.',
  },
  Unknown: {
    reason: 'UnknownState',
    message: 'The operator reports the state REBALANCING_V2, which is new',
    nextStep: 'Look at the resource in the cluster.',
  },
};

export function report(health: Health): HealthReport {
  return { health, ...MESSAGES[health] };
}

const object = (apiVersion: string, kind: string, name: string): ObjectRef => ({
  cluster: 'east',
  apiVersion,
  kind,
  namespace: 'data',
  name,
});

export function topic(
  name: string,
  from: string[] = [],
  health: Health = 'Healthy',
): TopicView {
  return {
    name,
    entityRef: `resource:default/${name}`,
    object: object('kafka.strimzi.io/v1', 'KafkaTopic', name),
    partitions: 12,
    replicas: 3,
    retention: 604_800_000,
    report: report(health),
    upstream: from.map(job => `component:default/${job}`),
    kafka: 'kafka/analytics',
  };
}

export function flinkJob(
  name: string,
  reads: string[] = [],
  health: Health = 'Healthy',
): JobView {
  return {
    name,
    entityRef: `component:default/${name}`,
    engine: 'flink',
    object: object(
      'flink.apache.org/v1beta1',
      'FlinkDeployment',
      `clickstream-${name}`,
    ),
    report: report(health),
    upstream: reads.map(one => `resource:default/${one}`),
    facts: {
      version: '2.1',
      image:
        'registry.example.com/data-platform/clickstream/sessionize:1.4.2@sha256:0a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778899aabbccddeeff0',
      parallelism: 4,
      pods: { ready: 3, wanted: 3 },
      resources: { cpu: 4.5, memory: 10_200_547_328 },
      restarts: 2,
      lastCheckpoint: {
        at: SINCE,
        took: 8_000,
        size: 4_509_715_661,
      },
    },
  };
}

export function sparkJob(
  name: string,
  reads: string[] = [],
  health: Health = 'Healthy',
): JobView {
  return {
    ...flinkJob(name, reads, health),
    engine: 'spark',
    object: object(
      'sparkoperator.k8s.io/v1beta2',
      'ScheduledSparkApplication',
      `clickstream-${name}`,
    ),
    facts: {
      version: '4.0.4',
      image: 'apache/spark:4.0.4',
      parallelism: 2,
      schedule: { cron: '0 3 * * *', timeZone: 'Europe/Berlin' },
      nextRun: '2126-11-25T02:00:00Z',
      lastRun: SINCE,
    },
  };
}

export function kafka(health: Health = 'Healthy'): KafkaClusterView {
  return {
    id: 'kafka/analytics',
    name: 'analytics',
    entityRef: 'resource:default/analytics',
    version: '4.1.0',
    brokers: { ready: health === 'Healthy' ? 3 : 1, wanted: 3 },
    report:
      health === 'Healthy'
        ? { health, reason: 'Ready', message: 'All brokers are ready' }
        : {
            health,
            reason: 'BrokersNotReady',
            message: '2 of 3 brokers are not ready: no node has room for them',
            nextStep: 'Give the node pool more nodes, or ask for less memory.',
            since: SINCE,
          },
  };
}

export function environmentView(
  name: string,
  parts: Partial<Pick<EnvironmentView, 'jobs' | 'topics' | 'kafka' | 'others'>>,
): EnvironmentView {
  const { jobs = [], topics = [], others = [] } = parts;
  return {
    environment: {
      name,
      cluster: 'east',
      namespace: 'data',
      release: 'clickstream',
    },
    jobs,
    topics,
    kafka: parts.kafka ?? [kafka()],
    others,
    verdict: verdictOf([...topics, ...jobs]),
  };
}

export function pipelineView(environments: EnvironmentView[]): PipelineView {
  return {
    entityRef: 'component:default/clickstream',
    verdict: worstVerdict(
      environments.map(({ environment, verdict }) => ({
        environment: environment.name,
        verdict,
      })),
    ),
    environments,
    clusters: [{ name: 'east', status: 'live', asOf: SINCE }],
  };
}

/** A chain of jobs and topics, each job with topics of its own. */
export function manyParts(count: number, health: Health = 'Healthy') {
  const jobs = Array.from({ length: Math.ceil(count / 3) }, (_, index) =>
    flinkJob(
      `enrich-${index}-of-customer-transactions`,
      [`web.transactions.region-${index}.v1`],
      health,
    ),
  );
  const topics = Array.from({ length: count - jobs.length }, (_, index) =>
    index < jobs.length
      ? topic(`web.transactions.region-${index}.v1`, [], health)
      : topic(
          `web.enriched.region-${index}.v1`,
          [jobs[index % jobs.length].name],
          health,
        ),
  );
  return { jobs, topics };
}

const PLACE: HistoryPlace = {
  id: '1',
  at: SINCE,
  pipelineRef: 'component:default/clickstream',
  environment: 'prod',
  cluster: 'east',
  entityRef: 'component:default/sessionize',
  object: 'FlinkDeployment/data/clickstream-sessionize',
};

type What<E> = E extends HistoryEntry ? Omit<E, keyof HistoryPlace> : never;

/** An entry of a history, somewhere. */
export function entry(
  what: What<HistoryEntry>,
  place: Partial<HistoryPlace> = {},
): HistoryEntry {
  return { ...PLACE, ...place, ...what };
}

export function jobPage(
  change: Partial<JobPageView['environments'][number]> = {},
): JobPageView {
  return {
    entityRef: 'component:default/sessionize',
    pipelineRef: 'component:default/clickstream',
    name: 'sessionize',
    engine: 'flink',
    environments: [
      {
        environment: environmentView('prod', {}).environment,
        job: flinkJob('sessionize', ['clicks'], 'Degraded'),
        events: [
          {
            at: SINCE,
            type: 'Warning',
            reason: 'FailedScheduling',
            message:
              '0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
            count: 14,
            about: 'Pod/clickstream-sessionize-taskmanager-1-2',
          },
        ],
        pods: [
          {
            name: 'clickstream-sessionize-6d9c5f7b8-x2x9p',
            namespace: 'data',
            role: 'jobmanager',
            phase: 'Running',
            ready: true,
            restarts: 0,
            startedAt: SINCE,
          },
          {
            name: 'clickstream-sessionize-taskmanager-1-2',
            namespace: 'data',
            role: 'taskmanager',
            phase: 'Pending',
            ready: false,
            restarts: 0,
            problem: 'No node has room for it: 3 Insufficient memory',
          },
        ],
        ...change,
      },
    ],
    clusters: [{ name: 'east', status: 'live', asOf: SINCE }],
  };
}
