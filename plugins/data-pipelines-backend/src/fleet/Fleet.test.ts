import {
  BatchJob,
  ClusterView,
  ObjectIndex,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../declared/declaredPipeline';
import { HealthChange } from '../service/HealthChange';
import { Fleet } from './Fleet';
import { RecordedHealth } from './HealthLog';

const JOBS = 'jobs.batch';
const REF = 'component:default/clicks';

const pipeline: DeclaredPipeline = {
  entityRef: REF,
  name: 'clicks',
  environments: [
    { name: 'prod', cluster: 'east', namespace: 'data', release: 'clicks' },
  ],
  jobs: [
    {
      entityRef: 'component:default/report',
      name: 'report',
      engine: 'spark',
      upstream: [],
      objects: [],
    },
  ],
  topics: [],
};

describe('Fleet', () => {
  let index: ObjectIndex;
  let state: ClusterView;
  let lagging: Set<ResourceId>;
  let awaitsFlink: boolean;
  let changes: HealthChange[];
  let fleet: Fleet;

  beforeEach(() => {
    index = new ObjectIndex();
    state = { name: 'east', status: 'live' };
    lagging = new Set();
    awaitsFlink = false;
    changes = [];
    fleet = new Fleet({
      declared: {
        get: () => pipeline,
        all: () => new Map([[REF, pipeline]]).values(),
      },
      collector: {
        source: () => index,
        state: () => state,
        now: () => new Date('2026-01-01T00:10:00Z'),
        apiVersion: () => 'batch/v1',
        serves: () => true,
        lagging: () => lagging,
        resourceVersion: () => 100,
      },
      onViews: () => {},
      awaitsFlink: () => awaitsFlink,
    });
    fleet.subscribeHealth(more => changes.push(...more));
  });

  const told = () => {
    fleet.declare([REF]);
    fleet.get(REF);
    const made = changes.map(
      ({ after, version }) => `${after.health} ${version}`,
    );
    changes = [];
    return made;
  };
  const put = (end: 'Complete' | 'Failed', version: string) => {
    const after = job(end);
    index.put(JOBS, after);
    const at = '2026-01-01T00:00:00Z';
    fleet.touch([{ cluster: 'east', resource: JOBS, after, at, version }]);
  };
  const shown = () => fleet.get(REF)?.environments[0].jobs[0].report.health;

  it('tells what the pages show, with the newest version that it is made of', () => {
    index.put(JOBS, job('Complete'));
    expect(told()).toEqual(['Healthy 100']);
    put('Failed', '120');
    expect(told()).toEqual(['Degraded 120']);
    expect(shown()).toBe('Degraded');
  });

  it('keeps nobody who lists all waiting for what changes just then', async () => {
    index.put(JOBS, job('Complete'));
    fleet.declare([REF]);
    const listed = () =>
      fleet.all().map(({ summary }) => summary.verdict.health);
    // What nobody looked at before is not left out.
    expect(listed()).toEqual(['Healthy']);
    put('Failed', '120');
    expect(listed()).toEqual(['Healthy']);
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(listed()).toEqual(['Degraded']);
    fleet.stop();
  });

  it.each<ClusterView['status']>(['connecting', 'unreachable'])(
    'tells nothing of a cluster while it is %s, and all of it later',
    status => {
      state = { name: 'east', status };
      index.put(JOBS, job('Complete'));
      expect(told()).toEqual([]);
      state = { name: 'east', status: 'live' };
      expect(told()).toEqual(['Healthy 100']);
      state = { name: 'east', status };
      put('Failed', '120');
      expect(told()).toEqual([]);
      state = { name: 'east', status: 'live' };
      expect(told()).toEqual(['Degraded 120']);
    },
  );

  it.each([JOBS, 'pods'] as const)(
    'tells nothing of what it may not know: %s cannot be followed',
    resource => {
      index.put(JOBS, job('Complete'));
      told();
      lagging.add(resource);
      put('Failed', '120');
      expect(told()).toEqual([]);
      lagging.clear();
      expect(told()).toEqual(['Degraded 120']);
    },
  );

  it('misses nothing that it cannot read', () => {
    lagging.add(JOBS);
    expect(told()).toEqual([]);
    expect(fleet.get(REF)?.environments[0].jobs[0].report).toMatchObject({
      health: 'Unknown',
      reason: 'KindNotRead',
      message: `Whether the job is in cluster east is not known: the portal cannot read ${JOBS} there`,
    });
    lagging.clear();
    expect(told()).toEqual(['Missing 100']);
  });

  it('leaves it to Flink to take back what it said, until it is asked again', () => {
    fleet.remember([
      recorded('Degraded', 'CheckpointsFail', '2026-01-01T00:00:00Z'),
    ]);
    index.put(JOBS, job('Complete'));
    awaitsFlink = true;
    expect(told()).toEqual([]);
    expect(shown()).toBe('Healthy');
    awaitsFlink = false;
    expect(told()).toEqual(['Healthy 100']);
  });

  describe('of a run that is deleted after its end', () => {
    const gone = () => {
      index.delete(JOBS, 'data', 'report');
      return told();
    };
    const report = () => fleet.get(REF)?.environments[0].jobs[0].report;

    it('goes on saying that it has done its work', () => {
      index.put(JOBS, job('Complete'));
      expect(told()).toEqual(['Healthy 100']);
      expect(gone()).toEqual([]);
      expect(report()).toEqual({
        health: 'Healthy',
        reason: 'Completed',
        message:
          'The run has finished its work and is not in cluster east any more: its time to live is over, or somebody deleted it',
        since: '2025-01-01T00:00:00.000Z',
      });
      expect(fleet.get(REF)?.summary.verdict.health).toBe('Healthy');
    });

    it('knows it from what was recorded before the portal started', () => {
      fleet.remember([
        recorded('Healthy', 'Completed', '2025-12-24T00:00:00.000Z'),
      ]);
      expect(gone()).toEqual(['Healthy 100']);
      expect(report()).toMatchObject({
        reason: 'Completed',
        since: '2025-12-24T00:00:00.000Z',
      });
    });

    it('misses one that had failed', () => {
      index.put(JOBS, job('Failed'));
      expect(told()).toEqual(['Degraded 100']);
      expect(gone()).toEqual(['Missing 100']);
    });
  });

  it('knows the last change of before the start', () => {
    fleet.remember([
      recorded('Missing', 'NotInstalled', '2025-12-24T00:00:00.000Z'),
    ]);
    told();
    expect(fleet.get(REF)?.summary.changedAt).toBe('2025-12-24T00:00:00.000Z');
  });
});

/** What a portal before this one told of the job. */
function recorded(
  health: RecordedHealth['health'],
  reason: string,
  at: string,
): RecordedHealth {
  return {
    place: {
      pipelineRef: REF,
      environment: 'prod',
      cluster: 'east',
      entityRef: 'component:default/report',
      object: 'Job/data/report',
    },
    ...{ health, reason, at },
  };
}

function job(end: 'Complete' | 'Failed'): BatchJob {
  return {
    kind: 'Job',
    metadata: {
      name: 'report',
      namespace: 'data',
      labels: {
        'headworks.dev/pipeline': 'clicks',
        'headworks.dev/environment': 'prod',
        'headworks.dev/job': 'report',
      },
      annotations: {},
    },
    spec: {},
    status: {
      conditions: [
        {
          type: end,
          status: 'True',
          lastTransitionTime: '2025-01-01T00:00:00Z',
        },
      ],
    },
  };
}
