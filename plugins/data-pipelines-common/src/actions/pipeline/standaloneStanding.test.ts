import { FlinkStats } from '../../resources/flinkStats';
import { StandaloneMoment } from '../standalone/StandaloneMoment';
import { PipelineActionName } from './PipelineAction';
import { planPipelineAction, stepsOfPlan } from './planPipelineAction';

const AT = '2026-11-28T12:00:00Z';
const RUNS: FlinkStats = { at: AT, jobId: 'a'.repeat(32) };
const ENDED: FlinkStats = { ...RUNS, ended: { state: 'FINISHED' } };

function plan(action: PipelineActionName, stats: FlinkStats) {
  const now: StandaloneMoment = {
    engine: 'flink-standalone',
    cluster: 'lake',
    job: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'web-count-jobmanager', namespace: 'web' },
      spec: { replicas: 1 },
    },
    stats,
    snapshots: [],
    reads: [],
    now: new Date(AT),
    trigger: 'b'.repeat(32),
  };
  return planPipelineAction({ action }, [{ name: 'count', after: [], now }]);
}

describe('a whole pipeline with a Flink job without an operator', () => {
  it('stops it by Flink itself, once', () => {
    const steps = stepsOfPlan(plan('stop', RUNS)).map(step => step.do);
    expect(steps).toEqual(['ask-flink', 'await-flink']);
    expect(plan('stop', ENDED).turns[0].already).toBe(
      'It has stopped already.',
    );
  });

  it('does not start it, which its values do', () => {
    expect(plan('start', RUNS).turns[0].already).toBe('It runs already.');
    expect(plan('start', ENDED).refusal?.sentence).toBe(
      'count: No savepoint or checkpoint of it is known here.',
    );
  });
});
