import { RecordedChange } from './recordedChange';
import { replay } from './replay';

const START = Date.parse('2026-11-23T08:00:00Z');

/** A version of a FlinkDeployment, so many seconds after the start. */
function change(
  seconds: number,
  type: RecordedChange['type'],
  state?: string,
  namespace = 'data',
): RecordedChange {
  return {
    at: START + seconds * 1000,
    file: 'a/flinkdeployments.ndjson',
    type,
    resource: 'flinkdeployments.flink.apache.org',
    object: {
      metadata: {
        name: 'orders',
        namespace,
        generation: 1,
        creationTimestamp: new Date(START).toISOString(),
      },
      spec: { job: {} },
      ...(state && {
        status: {
          observedGeneration: 1,
          lifecycleState: 'STABLE',
          jobManagerDeploymentStatus: 'READY',
          jobStatus: { state },
        },
      }),
    },
  };
}

function told(changes: RecordedChange[]) {
  return replay(changes).map(({ object, from, to, health, reason }) => [
    object,
    from.slice(14, 19),
    to.slice(14, 19),
    health,
    reason,
  ]);
}

describe('replay', () => {
  it('says how well an object was, whatever the order of the lines', () => {
    expect(
      told([
        change(9, 'DELETED', 'RUNNING'),
        change(2, 'MODIFIED', 'RUNNING'),
        change(0, 'ADDED'),
      ]),
    ).toEqual([
      ['orders', '00:00', '00:02', 'Progressing', 'NotObserved'],
      ['orders', '00:02', '00:09', 'Healthy', 'Running'],
    ]);
  });

  it('sees what time alone changes, between two events', () => {
    expect(told([change(0, 'ADDED'), change(200, 'MODIFIED')])).toEqual([
      ['orders', '00:00', '01:01', 'Progressing', 'NotObserved'],
      ['orders', '01:01', '03:20', 'Degraded', 'NotObserved'],
    ]);
  });

  it('leaves a gap where an object was deleted and made again', () => {
    expect(
      told([
        change(0, 'ADDED', 'RUNNING'),
        change(5, 'DELETED', 'RUNNING'),
        change(8, 'ADDED', 'RUNNING'),
        change(9, 'MODIFIED', 'FAILED'),
        change(10, 'MODIFIED', 'FAILED'),
      ]),
    ).toEqual([
      ['orders', '00:00', '00:05', 'Healthy', 'Running'],
      ['orders', '00:08', '00:09', 'Healthy', 'Running'],
      ['orders', '00:09', '00:10', 'Degraded', 'JobFailed'],
    ]);
  });

  it('tells objects of one name apart by their namespaces', () => {
    const objects = replay([
      change(0, 'ADDED', 'RUNNING'),
      change(0, 'ADDED', 'FAILED', 'other'),
      change(5, 'MODIFIED', 'RUNNING'),
    ]).map(({ object }) => object);
    expect(objects).toEqual(['data/orders', 'other/orders']);
  });

  it('is not held up by a line of long ago', () => {
    const early = { ...change(0, 'ADDED', 'RUNNING'), at: 0 };
    const began = Date.now();
    expect(told([early, change(5, 'MODIFIED', 'RUNNING')])).toHaveLength(1);
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it('has nothing to say of nothing', () => {
    expect(replay([])).toEqual([]);
  });
});
