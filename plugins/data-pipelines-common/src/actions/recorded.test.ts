import fs from 'node:fs';
import path from 'node:path';
import { JobAsIs } from './flink/LiveFlinkJob';
import { nextStart } from './flink/startingState';
import { WaitingFor } from './step';
import { waitedFor } from './waiting';

interface Version {
  at: string;
  object: JobAsIs & { metadata: { name: string; generation: number } };
}

/** What operator 1.15.0 wrote of a job that was suspended, resumed, restarted and restored twice. */
const versions: Version[] = fs
  .readFileSync(
    path.join(
      __dirname,
      '../replay/__fixtures__/flink-operator/flinkdeployments.ndjson',
    ),
    'utf8',
  )
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line))
  .filter(({ object }) => object.metadata.name === 'orders')
  // What health does not need was cut away; the job's upgrade mode was this.
  .map(({ at, object }) => ({
    at,
    object: {
      ...object,
      spec: { job: { ...object.spec.job, upgradeMode: 'savepoint' } },
    },
  }));

const of = (generation: number) =>
  versions.filter(({ object }) => object.metadata.generation === generation);

describe('after the recordings of the real operator', () => {
  it.each<[WaitingFor, number, string | undefined]>([
    ['job-suspended', 2, '08:19:27'],
    ['job-running', 3, '08:20:28'],
    ['job-running', 4, '08:21:05'],
    // A restore, in which the operator says STABLE all the way.
    ['job-running', 5, '08:21:52'],
    // From a savepoint that is not there: STABLE all the way, too.
    ['job-running', 6, undefined],
  ])('%s of generation %s is reached at %s', (until, generation, expected) => {
    const reached = of(generation).find(
      ({ object }) => waitedFor(until, object).state === 'reached',
    );
    expect(reached?.at.slice(11, 19)).toBe(expected);
  });

  it('a suspended job starts from what is named beforehand', () => {
    const suspended = of(2).at(-1)!.object;
    const resumed = of(3).at(-1)!.object;
    expect(nextStart(suspended)).toMatchObject({
      kind: 'savepoint',
      path: resumed.status?.jobStatus?.upgradeSavepointPath,
    });
  });

  it('a restarted job starts from a savepoint that was not there before', () => {
    const running = of(3).at(-1)!.object;
    const restarted = of(4).at(-1)!.object;
    expect(nextStart(running)).toMatchObject({ kind: 'savepoint' });
    expect(restarted.status?.jobStatus?.upgradeSavepointPath).not.toBe(
      running.status?.jobStatus?.upgradeSavepointPath,
    );
  });
});
