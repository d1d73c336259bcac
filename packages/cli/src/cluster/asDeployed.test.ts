import { parse } from 'yaml';
import { asDeployed } from './asDeployed';

const object = (spec: string, metadata = '{ name: a }') =>
  parse(
    `{ apiVersion: a.example/v1, kind: A, metadata: ${metadata}, spec: ${spec} }`,
  );
const specOf = (wanted: string, live: string, applied?: string) =>
  asDeployed(
    object(wanted),
    applied ? object(applied) : undefined,
    object(live),
  ).spec;

describe('asDeployed', () => {
  it.each([
    [
      'leaves out what the server added',
      '{ a: 1 }',
      '{ a: 1, b: 2 }',
      '{ a: 1 }',
    ],
    ['shows another value', '{ a: 1 }', '{ a: 2, b: 2 }', '{ a: 2 }'],
    ['leaves out what is not there', '{ a: 1, b: 2 }', '{ a: 1 }', '{ a: 1 }'],
    [
      "keeps the chart's spelling of the same amount",
      '{ limits: { cpu: 0.5, memory: 2048Mi } }',
      '{ limits: { cpu: 500m, memory: 2Gi } }',
      '{ limits: { cpu: 0.5, memory: 2048Mi } }',
    ],
    [
      'shows an entry more and one that differs',
      '{ env: [{ name: A, value: x }] }',
      '{ env: [{ name: A, value: y }, { name: B }] }',
      '{ env: [{ name: A, value: y }, { name: B }] }',
    ],
    [
      'shows that an entry is gone',
      '{ env: [{ name: A }, { name: B }] }',
      '{ env: [{ name: B }] }',
      '{ env: [{ name: B }] }',
    ],
    ['shows another list', '{ a: [1, 2] }', '{ a: [2] }', '{ a: [2] }'],
  ])('%s', (_, wanted, live, expected) => {
    expect(specOf(wanted, live)).toEqual(parse(expected));
  });

  it('shows a field that the chart no longer sets', () => {
    expect(
      specOf('{ a: 1 }', '{ a: 1, b: 2, c: 3 }', '{ a: 1, b: 2 }'),
    ).toEqual({ a: 1, b: 2 });
  });

  it("leaves out the server's and Helm's own metadata, and status", () => {
    const live = {
      ...object(
        '{ a: 1 }',
        '{ name: a, uid: x, labels: { l: m, n: o }, annotations: { meta.helm.sh/release-name: r } }',
      ),
      status: {},
    };
    const wanted = object('{ a: 1 }', '{ name: a, labels: { l: m } }');
    expect(asDeployed(wanted, undefined, live)).toEqual(wanted);
  });
});
