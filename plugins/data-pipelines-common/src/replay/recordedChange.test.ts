import { readRecording } from './recordedChange';

const pod = { kind: 'Pod', apiVersion: 'v1', metadata: { name: 'a' } };
const line = (fields: object) =>
  JSON.stringify({
    at: '2026-11-23T08:00:00Z',
    type: 'ADDED',
    object: pod,
    ...fields,
  });

describe('readRecording', () => {
  it('reads what it knows, by group and kind', () => {
    const spark = (apiVersion: string) =>
      line({ object: { ...pod, kind: 'SparkApplication', apiVersion } });
    const text = [
      line({}),
      spark('sparkoperator.k8s.io/v1beta2'),
      spark('spark.apache.org/v1'),
      line({ object: { ...pod, kind: 'Deployment', apiVersion: 'apps/v1' } }),
      line({ type: 'BOOKMARK' }),
      '',
    ].join('\n');
    const { changes, problems } = readRecording('x.ndjson', text);
    expect(changes.map(({ resource }) => resource)).toEqual([
      'pods',
      'sparkapplications.sparkoperator.k8s.io',
      'sparkapplications.spark.apache.org',
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['{"at":"2026', 'it is no JSON'],
    ['[]', 'it is no JSON object'],
    [line({ type: 'ERROR' }), 'type is none of ADDED, MODIFIED and DELETED'],
    [line({ at: 'noon' }), 'at is no time'],
    [line({ at: 5 }), 'at is no time'],
    [line({ object: null }), 'object has no metadata'],
    [line({ object: { metadata: {} } }), 'object has no name'],
  ])('of %s says what is wrong and goes on', (broken, problem) => {
    const { changes, problems } = readRecording(
      'x.ndjson',
      `${broken}\n${line({})}`,
    );
    expect(problems).toEqual([`x.ndjson:1: ${problem}; the line is left out`]);
    expect(changes).toHaveLength(1);
  });
});
