import { ObjectIndex } from '../objects/ObjectIndex';
import { project } from '../objects/project';
import { ObjectMetadata } from '../resources/metadata';
import { sparkJobFacts } from './sparkFacts';

const now = new Date('2026-11-23T09:00:00Z');

function metadata(
  name: string,
  labels: ObjectMetadata['labels'] = {},
): ObjectMetadata {
  return { name, namespace: 'data', labels, annotations: {} };
}

const template = {
  image: 'registry.example.com/report:1',
  sparkVersion: '4.0.4',
  executor: { instances: 3 },
};

describe('sparkJobFacts', () => {
  it('counts the executors that run, and the attempts before this one', () => {
    expect(
      sparkJobFacts(
        'sparkapplications.sparkoperator.k8s.io',
        {
          kind: 'SparkApplication',
          metadata: metadata('report'),
          spec: template,
          status: {
            executionAttempts: 2,
            executorState: { a: 'RUNNING', b: 'PENDING', c: 'FAILED' },
            lastSubmissionAttemptTime: '2026-11-23T08:52:15Z',
          },
        },
        { source: new ObjectIndex(), now },
      ),
    ).toEqual({
      version: '4.0.4',
      image: 'registry.example.com/report:1',
      parallelism: 3,
      pods: { ready: 1, wanted: 3 },
      // Spark's own defaults: a core and 1 GiB with 384 MiB beside it a pod.
      resources: { cpu: 4, memory: 4 * (1024 + 384) * 1024 ** 2 },
      restarts: 1,
      lastRun: '2026-11-23T08:52:15Z',
    });
  });

  it.each([
    ['/etc/runner/submit.sh', 'registry.example.com/report:1'],
    ['/etc/runner/follow.sh', undefined],
  ])('knows the image where the Job itself submits: %s', (script, image) => {
    const runner = { name: 'runner', image: 'registry.example.com/report:1' };
    const containers = [{ ...runner, args: ['/bin/bash', script] }];
    const job = project('jobs.batch', {
      metadata: { name: 'report', namespace: 'data' },
      spec: { template: { spec: { containers } } },
    });
    const moment = { source: new ObjectIndex(), now };
    expect(sparkJobFacts('jobs.batch', job, moment).image).toBe(image);
  });

  it('is content with the least of a dynamic allocation, and names the most', () => {
    const dynamicAllocation = { enabled: true, maxExecutors: 8 };
    expect(
      sparkJobFacts(
        'sparkconnects.sparkoperator.k8s.io',
        {
          kind: 'SparkConnect',
          metadata: metadata('connect'),
          spec: { dynamicAllocation },
          status: { executors: { running: 2 } },
        },
        { source: new ObjectIndex(), now },
      ),
    ).toEqual({ parallelism: 8, pods: { ready: 2, wanted: 0 } });
  });

  it('tells of a schedule how its last run stands; suspended, it has no next one', () => {
    const source = new ObjectIndex();
    source.put('sparkapplications.sparkoperator.k8s.io', {
      kind: 'SparkApplication',
      metadata: metadata('nightly-1'),
      spec: template,
      status: { executorState: { a: 'RUNNING' } },
    });
    const facts = (suspend: boolean) =>
      sparkJobFacts(
        'scheduledsparkapplications.sparkoperator.k8s.io',
        {
          kind: 'ScheduledSparkApplication',
          metadata: metadata('nightly'),
          spec: {
            schedule: '0 3 * * *',
            timeZone: 'Europe/Zurich',
            suspend,
            template,
          },
          status: {
            lastRun: '2026-11-23T02:00:00Z',
            lastRunName: 'nightly-1',
            nextRun: '2026-11-24T02:00:00Z',
          },
        },
        { source, now },
      );
    expect(facts(false)).toMatchObject({
      version: '4.0.4',
      pods: { ready: 1, wanted: 3 },
      schedule: { cron: '0 3 * * *', timeZone: 'Europe/Zurich' },
      lastRun: '2026-11-23T02:00:00Z',
      nextRun: '2026-11-24T02:00:00Z',
    });
    expect(facts(true)).not.toHaveProperty('nextRun');
  });

  it('finds the driver of a Job, and the newest Job of a CronJob', () => {
    const source = new ObjectIndex();
    for (const name of ['nightly-29398620', 'nightly-29398621', 'nightly-x']) {
      source.put('jobs.batch', {
        kind: 'Job',
        metadata: metadata(name),
        spec: {},
      });
    }
    const app = { 'spark-app-selector': 'spark-1', 'spark-version': '4.0.4' };
    source.put('pods', {
      metadata: metadata('nightly-29398621-driver', {
        ...app,
        'spark-role': 'driver',
      }),
      status: { phase: 'Running' },
    });
    source.put('pods', {
      metadata: metadata('exec-1', { ...app, 'spark-role': 'executor' }),
      status: { phase: 'Pending' },
    });
    expect(
      sparkJobFacts(
        'cronjobs.batch',
        {
          kind: 'CronJob',
          metadata: metadata('nightly'),
          spec: { schedule: '0 3 * * *' },
          status: { lastScheduleTime: '2026-11-23T03:00:00Z' },
        },
        { source, now },
      ),
    ).toEqual({
      version: '4.0.4',
      pods: { ready: 0, wanted: 1 },
      schedule: { cron: '0 3 * * *' },
      lastRun: '2026-11-23T03:00:00Z',
    });
  });
});
