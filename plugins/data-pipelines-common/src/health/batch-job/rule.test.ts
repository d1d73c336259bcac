import { Condition } from '../../resources/metadata';
import { Pod } from '../../resources/pod';
import { BatchJob } from '../../resources/workloads';
import {
  ago,
  around,
  metadata,
  sparkPod,
  UNSCHEDULABLE,
} from '../__testUtils__/around';
import { batchJobRule } from './rule';

function job(
  status: BatchJob['status'],
  spec: BatchJob['spec'] = {},
): BatchJob {
  return {
    kind: 'Job',
    metadata: metadata('report-1a2b3c4d'),
    spec,
    status: { startTime: ago(50), ...status },
  };
}

const condition = (type: string, reason?: string): Condition => ({
  type,
  status: 'True',
  reason,
  lastTransitionTime: ago(5),
});
const APP = { 'spark-app-selector': 'spark-1' };
const driver = (status: Parameters<typeof sparkPod>[3]) =>
  sparkPod('report-1a2b3c4d-driver', 'driver', APP, status);
const runner = (status: Parameters<typeof sparkPod>[3]) =>
  sparkPod('runner', 'runner', { 'job-name': 'report-1a2b3c4d' }, status);
const RUNS = { phase: 'Running', container: { running: {} } };

const of = (given: BatchJob, ...pods: Pod[]) =>
  batchJobRule(given, around({ pods }));

describe('batchJobRule', () => {
  it('follows a run from its runner to its driver to its executors', () => {
    const active = job({ active: 1 });
    expect(of(active, runner(RUNS))).toMatchObject({
      health: 'Progressing',
      reason: 'Submitting',
    });
    expect(of(active, driver({ phase: 'Pending' }))).toMatchObject({
      health: 'Progressing',
      reason: 'DriverStarting',
    });
    expect(of(active, driver(RUNS))).toMatchObject({
      health: 'Healthy',
      reason: 'Running',
    });
    const waiting = sparkPod('e', 'executor', APP, UNSCHEDULABLE);
    expect(of(active, driver(RUNS), waiting)).toMatchObject({
      health: 'Degraded',
      reason: 'Unschedulable',
      message: expect.stringMatching(
        /^The driver runs and has none of its executors: pod e finds no node/,
      ),
    });
  });

  it('says why the runner or the driver does not start', () => {
    const active = job({ active: 1 });
    expect(of(active, runner(UNSCHEDULABLE))).toMatchObject({
      reason: 'Unschedulable',
    });
    expect(of(active, runner(RUNS), driver(UNSCHEDULABLE))).toMatchObject({
      message: expect.stringContaining('report-1a2b3c4d-driver'),
    });
    expect(
      batchJobRule(
        job({}),
        around({
          events: [
            {
              involvedObject: {
                kind: 'Job',
                namespace: 'data',
                name: 'report-1a2b3c4d',
              },
              reason: 'FailedCreate',
              message: 'violates PodSecurity "restricted:latest"',
            },
          ],
        }),
      ),
    ).toMatchObject({ health: 'Degraded', reason: 'PodSecurityRefused' });
  });

  it('says how a failed run’s driver ended, and that it is gone where it is', () => {
    const failed = job({
      failed: 3,
      conditions: [condition('Failed', 'BackoffLimitExceeded')],
    });
    const ended = driver({
      phase: 'Failed',
      container: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    expect(of(failed, ended)).toMatchObject({
      health: 'Degraded',
      reason: 'DriverFailed',
      message:
        'The driver failed with exit code 1: the application ended with an error (attempt 3)',
      since: ago(5),
    });
    expect(of(failed)).toMatchObject({
      reason: 'RunFailed',
      message: 'The run failed (attempt 3), and its driver is gone',
    });
    expect(of(failed, runner({ phase: 'Failed' })).nextStep).toBe(
      'Read its log: kubectl logs -n data job/report-1a2b3c4d',
    );
  });

  it('speaks of no driver where Kafka’s topics are made', () => {
    const topics = (given: BatchJob): BatchJob => ({
      ...given,
      metadata: metadata('clickstream-topics', {
        'app.kubernetes.io/component': 'kafka',
      }),
    });
    expect(of(topics(job({ active: 1 }))).message).toBe('The run is under way');
    const failed = job({ conditions: [condition('Failed')] });
    expect(of(topics(failed)).message).toBe('The run failed');
  });

  it('knows a run that was too slow, one that is done, one that is suspended', () => {
    expect(
      of(job({ conditions: [condition('Failed', 'DeadlineExceeded')] })),
    ).toMatchObject({ health: 'Degraded', reason: 'DeadlineExceeded' });
    expect(
      of(
        job(
          {
            completionTime: '2026-11-23T08:59:00Z',
            conditions: [condition('Complete')],
          },
          { ttlSecondsAfterFinished: 60 },
        ),
      ),
    ).toMatchObject({
      health: 'Healthy',
      message:
        'The run has finished its work; it is deleted 1 min after its end',
    });
    expect(of(job({}, { suspend: true }))).toMatchObject({
      health: 'Suspended',
    });
  });

  it('is as well as the application that Apache’s operator runs for it', () => {
    expect(
      batchJobRule(
        job({ active: 1 }),
        around({
          'sparkapplications.spark.apache.org': [
            {
              kind: 'SparkApplication',
              metadata: metadata('report-1a2b3c4d'),
              spec: {},
              status: {
                currentState: { currentStateSummary: 'DriverStartTimedOut' },
              },
            },
          ],
        }),
      ),
    ).toMatchObject({ health: 'Degraded', reason: 'DriverStartTimedOut' });
  });
});
