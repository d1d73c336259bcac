import {
  ApacheSparkApplication,
  ApacheSparkStateSummary,
  BatchJob,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { batchJobRunFacts } from './batchJobRun';
import { sparkApacheRunFacts } from './sparkApacheRun';

const metadata = {
  name: 'report',
  namespace: 'data',
  uid: 'u',
  labels: {},
  annotations: {},
};
const seen = { cluster: 'lab', at: '2026-01-01T01:00:00.000Z' };

describe('batchJobRunFacts', () => {
  const of = (status: BatchJob['status']) =>
    batchJobRunFacts({
      ...seen,
      resource: 'jobs.batch',
      after: { kind: 'Job', metadata, spec: {}, status },
    });
  const startTime = '2026-01-01T00:00:00Z';

  it('begins when a pod may', () => {
    expect(of({})).toEqual([]);
    expect(of({ startTime })).toEqual([
      expect.objectContaining({ key: 'u', open: true, at: startTime }),
    ]);
  });

  it('ends as finished or failed, and says why', () => {
    const completionTime = '2026-01-01T00:10:00Z';
    const [done] = of({
      startTime,
      completionTime,
      conditions: [{ type: 'Complete', status: 'True' }],
    });
    expect(done.detail).toMatchObject({
      state: 'finished',
      endedAt: completionTime,
    });
    const [failed] = of({
      startTime,
      conditions: [
        {
          type: 'Failed',
          status: 'True',
          message: 'Job has reached the specified backoff limit',
          lastTransitionTime: completionTime,
        },
      ],
    });
    expect(failed.detail).toMatchObject({
      state: 'failed',
      endedAt: completionTime,
      message: 'Job has reached the specified backoff limit',
    });
  });
});

describe('sparkApacheRunFacts', () => {
  const of = (currentStateSummary: ApacheSparkStateSummary, id: number) => {
    const status: ApacheSparkApplication['status'] = {
      currentState: {
        currentStateSummary,
        lastTransitionTime: '2026-01-01T00:00:00Z',
      },
      currentAttemptSummary: { attemptInfo: { id } },
    };
    return sparkApacheRunFacts({
      ...seen,
      resource: 'sparkapplications.spark.apache.org',
      after: { kind: 'SparkApplication', metadata, spec: {}, status },
    });
  };

  it('tells each attempt, and how it ended', () => {
    const [begin] = of('DriverRequested', 0);
    const [end] = of('Failed', 0);
    const [next] = of('RunningHealthy', 1);
    expect(begin.key).toBe(end.key);
    expect(next.key).not.toBe(end.key);
    expect([begin, end, next].map(({ detail }) => detail.state)).toEqual([
      'running',
      'failed',
      'running',
    ]);
    expect(of('ResourceReleased', 0)).toEqual([]);
  });
});
