import fs from 'node:fs';
import path from 'node:path';
import { readRecording } from './recordedChange';
import { replay } from './replay';
import { scoreOf, Truth } from './score';

/**
 * Recorded from Flink operator 1.15.0 with Flink 2.1.3 and from Kubeflow's
 * spark-operator 2.5.2 with Spark 4.0.4 and from Strimzi 1.2.0 with Kafka
 * 4.3.1, cut to what rules read. The truth of `finished`, of the snapshots and
 * of all of Spark and Kafka was read off it by us.
 */
const fixtures = path.join(__dirname, '__fixtures__');
const folders = ['flink-operator', 'spark-operator', 'strimzi'];
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

/** Objects that something was really wrong with. */
const FLINK = [
  'no-class',
  'no-image',
  'no-savepoint-dir',
  'orders',
  'too-big',
  'orders-denied',
  'orders-suspended',
];
const SPARK = ['report-bad-class', 'report-retries', 'report-suspended'];
/** Until the recording breaks the cluster itself. */
const STRIMZI = [
  'nolabel',
  'orphan',
  'nopool',
  'bad-config',
  'orders',
  'orders-again',
  'rename',
  'too-many-replicas',
  'wrong-cluster',
];

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

  it.each([
    ['flink-operator', '24:00', FLINK],
    ['spark-operator', '24:00', SPARK],
    ['strimzi', '08:52', STRIMZI],
  ])('is not Degraded while it goes well: %s', (folder, until, expected) => {
    const degraded = spans.filter(
      ({ file, health, from }) =>
        health === 'Degraded' &&
        file.startsWith(folder) &&
        from.slice(11) < until,
    );
    expect([...new Set(degraded.map(({ object }) => object))]).toEqual(
      expected,
    );
  });

  it('names one reason for the job that lost its savepoint', () => {
    const reasons = spans
      .filter(
        ({ file, object, health }) =>
          health === 'Degraded' &&
          file === 'flink-operator/flinkdeployments.ndjson' &&
          object === 'orders',
      )
      .map(({ reason }) => reason);
    expect(reasons).toEqual(['JobNotFound']);
  });
});
