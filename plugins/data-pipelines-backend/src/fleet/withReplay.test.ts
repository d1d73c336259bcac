import {
  FlinkDeployment,
  JobView,
  ObjectIndex,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Place } from './Place';
import { withReplay } from './withReplay';

const NOW = new Date('2026-11-28T12:00:00Z');
const DAY = 86_400_000;
const PATH = 's3://state/savepoint-1';
const clicks = 'resource:default/orders-clicks';

const job: JobView = {
  name: 'sum',
  entityRef: 'component:default/orders-sum',
  engine: 'flink',
  upstream: [clicks],
  object: {
    cluster: 'east',
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    namespace: 'data',
    name: 'orders-sum',
  },
  report: {
    health: 'Suspended',
    reason: 'Suspended',
    message: 'Somebody suspended the job',
    since: '2026-11-22T11:00:00Z',
  },
  facts: {},
};

const topics: TopicView[] = [
  {
    name: 'clicks',
    entityRef: clicks,
    upstream: [],
    retention: 7 * DAY,
    report: { health: 'Healthy', reason: 'Ready', message: 'It is ready' },
  },
];

describe('withReplay', () => {
  let source: ObjectIndex;
  const place = () => ({ source, now: NOW } as Place);
  const report = (of = job) => withReplay(place(), of, topics).report;

  beforeEach(() => {
    source = new ObjectIndex();
    source.put('flinkdeployments.flink.apache.org', {
      kind: 'FlinkDeployment',
      metadata: {
        namespace: 'data',
        name: 'orders-sum',
        labels: {},
        annotations: {},
      },
      spec: { job: { state: 'suspended', upgradeMode: 'savepoint' } },
      status: { jobStatus: { upgradeSavepointPath: PATH } },
    } as FlinkDeployment);
  });

  const savepointTaken = (createdAt: string) =>
    source.put('flinkstatesnapshots.flink.apache.org', {
      kind: 'FlinkStateSnapshot',
      metadata: {
        namespace: 'data',
        name: 'orders-sum-upgrade',
        labels: {},
        annotations: {},
        creationTimestamp: createdAt,
      },
      spec: {
        savepoint: {},
        jobReference: { kind: 'FlinkDeployment', name: 'orders-sum' },
      },
      status: { state: 'COMPLETED', path: PATH },
    });

  it('warns a day before, by when the job stopped', () => {
    expect(report()).toEqual({
      health: 'Degraded',
      reason: 'ReplayEnds',
      message:
        'The job stands still, and in 23 h topic clicks begins to forget records that it has not read',
      nextStep:
        'Resume it before, or let topic clicks keep its records longer.',
      since: '2026-11-28T11:00:00.000Z',
    });
  });

  it('says that records are lost, by when the savepoint was taken', () => {
    savepointTaken('2026-11-21T10:00:00Z');
    expect(report()).toMatchObject({
      health: 'Degraded',
      reason: 'RecordsForgotten',
      since: '2026-11-28T10:00:00.000Z',
    });
  });

  it('leaves a job alone that has time, or runs, or is of another engine', () => {
    savepointTaken('2026-11-27T11:00:00Z');
    expect(report()).toBe(job.report);
    const running: JobView = {
      ...job,
      report: { health: 'Healthy', reason: 'Running', message: 'It runs' },
    };
    expect(report(running)).toBe(running.report);
    const spark: JobView = { ...job, engine: 'spark' };
    expect(report(spark)).toBe(spark.report);
  });
});
