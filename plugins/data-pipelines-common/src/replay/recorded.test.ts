import fs from 'node:fs';
import path from 'node:path';
import { readRecording } from './recordedChange';
import { replay } from './replay';
import { scoreOf, Truth } from './score';

/**
 * Recorded from Flink operator 1.15.0 with Flink 2.1.3 and from Kubeflow's
 * spark-operator 2.5.2 with Spark 4.0.4, cut to what rules read. The truth of
 * `finished`, of the snapshots and of all of Spark was read off it by us.
 */
const fixtures = path.join(__dirname, '__fixtures__');
const folders = ['flink-operator', 'spark-operator'];
const truth: Truth = JSON.parse(
  fs.readFileSync(path.join(fixtures, 'truth.json'), 'utf8'),
);
const spans = folders.flatMap(folder =>
  replay(
    fs
      .readdirSync(path.join(fixtures, folder))
      .flatMap(
        name =>
          readRecording(
            `${folder}/${name}`,
            fs.readFileSync(path.join(fixtures, folder, name), 'utf8'),
          ).changes,
      ),
  ),
);

describe('what was recorded of real operators', () => {
  it.each(Object.keys(truth))('gets the right verdict: %s', file => {
    const { covered, agreed, failures } = scoreOf(spans, {
      [file]: truth[file],
    });
    expect(covered).toBeGreaterThan(200);
    expect(agreed / covered).toBeGreaterThanOrEqual(0.97);
    for (const failure of failures) {
      expect({ ...failure, late: (failure.after ?? Infinity) > 20 }).toEqual({
        ...failure,
        late: false,
      });
    }
  });

  it('is not Degraded while it goes well', () => {
    const degraded = spans.filter(({ health }) => health === 'Degraded');
    expect([...new Set(degraded.map(({ object }) => object))]).toEqual([
      'no-class',
      'no-image',
      'no-savepoint-dir',
      'orders',
      'too-big',
      'orders-denied',
      'orders-suspended',
      'report-bad-class',
      'report-retries',
      'report-suspended',
    ]);
    expect(
      degraded
        .filter(({ object }) => object === 'orders')
        .map(({ reason }) => reason),
    ).toEqual(['JobNotFound']);
  });
});
