import {
  FlinkDeployment,
  Health,
  JobView,
  KeptStart,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Place } from './Place';
import { withStarts } from './withStarts';

const job: JobView = {
  name: 'sum',
  entityRef: 'component:default/orders-sum',
  engine: 'flink',
  upstream: [],
  object: {
    cluster: 'east',
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    namespace: 'data',
    name: 'orders-sum',
  },
  report: { health: 'Healthy', reason: 'Running', message: 'It runs' },
  facts: {},
};

const start = (hour: string, given: Partial<KeptStart>): KeptStart => ({
  id: hour,
  run: hour,
  uid: 'u1',
  at: `2026-11-28T${hour}:00:10.000Z`,
  wanted: 'savepoint',
  deployed: {
    at: `2026-11-28T${hour}:00:00.000Z`,
    mode: 'stateless',
    spec: hour,
  },
  ...given,
});

describe('withStarts', () => {
  const source = new ObjectIndex();
  const starts = [
    start('09', {}),
    start('08', { kept: { at: '2026-11-28T08:30:00.000Z' } }),
  ];
  const reason = (of: JobView, known: readonly KeptStart[] | undefined) =>
    withStarts(
      { source, now: new Date(), starts: known && (() => known) } as Place,
      of,
    ).report.reason;

  source.put('flinkdeployments.flink.apache.org', {
    kind: 'FlinkDeployment',
    metadata: {
      namespace: 'data',
      name: 'orders-sum',
      labels: {},
      annotations: {},
    },
    spec: {},
  } as FlinkDeployment);

  it.each<[Health, string]>([
    ['Healthy', 'StartedEmpty'],
    ['Progressing', 'StartedEmpty'],
    ['Suspended', 'StartedEmpty'],
    ['Degraded', 'Running'],
    ['Missing', 'Running'],
    ['Unknown', 'Running'],
  ])('of a job that is %s otherwise makes %s', (health, expected) => {
    const of = { ...job, report: { ...job.report, health } };
    expect(reason(of, starts)).toBe(expected);
  });

  it('leaves alone what never lost anything', () => {
    expect(reason(job, [])).toBe('Running');
    expect(reason(job, undefined)).toBe('Running');
    expect(reason(job, starts.slice(1))).toBe('Running');
    expect(reason({ ...job, engine: 'spark' }, starts)).toBe('Running');
    expect(reason({ ...job, object: undefined }, starts)).toBe('Running');
  });

  it('counts a savepoint of before that only an object tells of', () => {
    const young = [starts[0], start('08', {})];
    expect(reason(job, young)).toBe('Running');
    source.put('flinkstatesnapshots.flink.apache.org', {
      kind: 'FlinkStateSnapshot',
      metadata: {
        namespace: 'data',
        name: 'orders-sum-1',
        labels: {},
        annotations: {},
      },
      spec: { jobReference: { kind: 'FlinkDeployment', name: 'orders-sum' } },
      status: {
        state: 'COMPLETED',
        path: 's3://state/savepoint-1',
        resultTimestamp: '2026-11-28T08:45:00Z',
      },
    });
    expect(reason(job, young)).toBe('StartedEmpty');
  });
});
