import {
  FlinkDeployment,
  FlinkSessionJob,
  ObjectIndex,
  StatefulSet,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { flinkTargets } from './flinkTargets';

const JOB_ID = '98ef5b6c87ccd066a8a7dfd1290e9288';
const metadata = (name: string, labels: Record<string, string> = {}) => ({
  namespace: 'data',
  name,
  labels,
  annotations: {},
});
const running = (more: object = {}): FlinkDeployment['status'] => ({
  jobManagerDeploymentStatus: 'READY',
  jobStatus: {
    state: 'RUNNING',
    jobId: JOB_ID,
    startTime: '1795418975242',
  },
  ...more,
});

function deployment(name: string, status: FlinkDeployment['status']) {
  const one: FlinkDeployment = {
    kind: 'FlinkDeployment',
    metadata: metadata(name),
    spec: {},
    status,
  };
  return one;
}

describe('flinkTargets', () => {
  const source = new ObjectIndex();
  const targets = () =>
    flinkTargets(source, (_, { metadata: { name } }) => name !== 'foreign');
  const put = (...all: FlinkDeployment[]) =>
    all.forEach(one => source.put('flinkdeployments.flink.apache.org', one));

  it('names the Service of a job that runs, as the operator does', () => {
    put(
      deployment('orders', running()),
      deployment('foreign', running()),
      deployment(
        'starting',
        running({ jobManagerDeploymentStatus: 'DEPLOYING' }),
      ),
      deployment(
        'done',
        running({ jobStatus: { state: 'FINISHED', jobId: JOB_ID } }),
      ),
      deployment('new', undefined),
    );
    expect(targets()).toEqual([
      {
        namespace: 'data',
        service: 'orders-rest',
        isOurs: false,
        jobs: [
          {
            resource: 'flinkdeployments.flink.apache.org',
            namespace: 'data',
            name: 'orders',
            jobId: JOB_ID,
            startedAt: '2026-11-23T07:29:35.242Z',
          },
        ],
      },
    ]);
    source.delete('flinkdeployments.flink.apache.org', 'data', 'orders');
  });

  it('asks a session cluster once for all of its jobs', () => {
    put(deployment('session', running({ jobStatus: {} })));
    for (const name of ['one', 'two']) {
      const job: FlinkSessionJob = {
        kind: 'FlinkSessionJob',
        metadata: metadata(name),
        spec: { deploymentName: 'session' },
        status: running(),
      };
      source.put('flinksessionjobs.flink.apache.org', job);
      source.put('flinksessionjobs.flink.apache.org', {
        ...job,
        metadata: metadata(`lost-${name}`),
        spec: { deploymentName: 'gone' },
      });
    }
    const [session, ...others] = targets();
    expect(others).toEqual([]);
    expect(session.service).toBe('session-rest');
    expect(session.jobs.map(({ name }) => name)).toEqual(['one', 'two']);
    put(
      deployment('session', running({ jobManagerDeploymentStatus: 'MISSING' })),
    );
    expect(targets()).toEqual([]);
  });

  it('knows the JobManager of a job without an operator by our labels', () => {
    const labels = { 'headworks.dev/pipeline': 'a', 'headworks.dev/job': 'b' };
    const set = (name: string, more: Partial<StatefulSet>): StatefulSet => ({
      kind: 'StatefulSet',
      metadata: metadata(name, labels),
      spec: {},
      status: { readyReplicas: 1 },
      ...more,
    });
    source.put('statefulsets.apps', set('a-b-jobmanager', {}));
    source.put('statefulsets.apps', set('a-b-taskmanager', {}));
    source.put('statefulsets.apps', set('a-c-jobmanager', { status: {} }));
    expect(targets()).toEqual([
      {
        namespace: 'data',
        service: 'a-b-rest',
        isOurs: true,
        jobs: [
          {
            resource: 'statefulsets.apps',
            namespace: 'data',
            name: 'a-b-jobmanager',
          },
        ],
      },
    ]);
  });
});
