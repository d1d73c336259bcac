import { JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { liveDifferences } from './liveDifferences';

const differences = (rendered: string, live: string) =>
  liveDifferences(parse(rendered), parse(live));

/** The differences where only this stands below `spec`. */
const inSpec = (apiVersion: string, inGit: JsonValue, live: JsonValue) => {
  const object = { apiVersion, kind: 'A', metadata: { name: 'a' } };
  return liveDifferences(
    { ...object, spec: inGit as object },
    { ...object, spec: live as object },
  );
};

describe('liveDifferences', () => {
  it('asks only for what is rendered', () => {
    expect(
      differences(
        `
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: clicks
  labels: { strimzi.io/cluster: analytics }
spec: { partitions: 12 }
`,
        `
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: clicks
  namespace: kafka
  uid: 1-2-3
  generation: 4
  resourceVersion: '77'
  creationTimestamp: '2026-01-01T00:00:00Z'
  finalizers: [strimzi.io/topic-operator]
  labels: { strimzi.io/cluster: analytics, app.kubernetes.io/managed-by: Helm }
  annotations: { meta.helm.sh/release-name: clickstream }
  managedFields: [{ manager: helm }]
spec: { partitions: 12, replicas: 3 }
status: { topicId: x }
`,
      ),
    ).toEqual([]);
  });

  it('names each field, with both values', () => {
    expect(
      differences(
        `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: a, annotations: { headworks.dev/job: a } }
spec:
  replicas: 3
  serviceName: one
  template: { spec: { containers: [{ name: main, image: 'a:1' }] } }
`,
        `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: a }
spec:
  replicas: 4
  template: { spec: { containers: [{ name: main, image: 'a:2' }] } }
`,
      ),
    ).toEqual([
      { path: 'spec.replicas', inGit: 3, live: 4 },
      { path: 'spec.serviceName', inGit: 'one' },
      {
        path: 'spec.template.spec.containers[main].image',
        inGit: 'a:1',
        live: 'a:2',
      },
      { path: 'metadata.annotations', inGit: { 'headworks.dev/job': 'a' } },
    ]);
  });

  it('writes a key that is no plain word in brackets', () => {
    expect(
      inSpec(
        'a.example/v1',
        { config: { 'a.b': '1' } },
        { config: { 'a.b': 1 } },
      ),
    ).toEqual([{ path: 'spec.config[a.b]', inGit: '1', live: 1 }]);
  });

  describe.each(['apps/v1', 'flink.apache.org/v1beta1'])('in %s', version => {
    it.each<[string, JsonValue, JsonValue]>([
      ['null', { a: null }, {}],
      ['an empty map', { a: {} }, {}],
      ['an empty list', { a: [] }, {}],
      ['cores', { limits: { cpu: 0.5 } }, { limits: { cpu: '500m' } }],
      ['whole cores', { limits: { cpu: 2 } }, { limits: { cpu: '2' } }],
      [
        'bytes',
        { requests: { memory: '2048Mi' } },
        { requests: { memory: '2Gi' } },
      ],
      ['a size', { size: '1000Gi' }, { size: '1000Gi' }],
      ['a duration', { renewBefore: '360h0m0s' }, { renewBefore: '360h' }],
      ['minutes', { interval: '90s' }, { interval: '1m30s' }],
      [
        'the order of named entries',
        {
          env: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' },
          ],
        },
        {
          env: [
            { name: 'B', value: '2' },
            { name: 'A', value: '1' },
          ],
        },
      ],
      [
        'a default inside an entry',
        { ports: [{ port: 80 }] },
        { ports: [{ port: 80, protocol: 'TCP' }] },
      ],
    ])('%s is the same', (_, inGit, live) => {
      expect(inSpec(version, inGit, live)).toEqual([]);
    });

    it.each<[string, JsonValue, JsonValue, object[]]>([
      [
        'text that looks like a quantity',
        { value: '1k' },
        { value: '1000' },
        [{ path: 'spec.value', inGit: '1k', live: '1000' }],
      ],
      [
        'a number that became a text',
        { port: 80 },
        { port: '80' },
        [{ path: 'spec.port', inGit: 80, live: '80' }],
      ],
      [
        'less memory',
        { limits: { memory: '2Gi' } },
        { limits: { memory: '2G' } },
        [{ path: 'spec.limits.memory', inGit: '2Gi', live: '2G' }],
      ],
      [
        'an entry that is gone',
        { env: [{ name: 'A' }, { name: 'B' }] },
        { env: [{ name: 'B' }] },
        [{ path: 'spec.env[A]', inGit: { name: 'A' } }],
      ],
      [
        'an entry more',
        { env: [{ name: 'A' }] },
        { env: [{ name: 'A' }, { name: 'B' }] },
        [{ path: 'spec.env[B]', live: { name: 'B' } }],
      ],
      [
        'another order of plain entries',
        { args: ['a', 'b'] },
        { args: ['b', 'a'] },
        [
          { path: 'spec.args[0]', inGit: 'a', live: 'b' },
          { path: 'spec.args[1]', inGit: 'b', live: 'a' },
        ],
      ],
      [
        'plain entries more',
        { args: ['a'] },
        { args: ['a', 'b'] },
        [{ path: 'spec.args', inGit: ['a'], live: ['a', 'b'] }],
      ],
      [
        'a list that was emptied',
        { args: ['a'] },
        { args: [] },
        [{ path: 'spec.args', inGit: ['a'], live: [] }],
      ],
      [
        'a list that was empty',
        { args: [] },
        { args: ['a'] },
        [{ path: 'spec.args', inGit: [], live: ['a'] }],
      ],
      [
        'a map that became a text',
        { a: { b: 1 } },
        { a: 'b' },
        [{ path: 'spec.a', inGit: { b: 1 }, live: 'b' }],
      ],
    ])('%s is a difference', (_, inGit, live, expected) => {
      expect(inSpec(version, inGit, live)).toEqual(expected);
    });
  });

  it('knows that Kubernetes leaves out zeros of its own kinds, and of no other', () => {
    const zeros = { a: '', b: 0, c: false };
    expect(inSpec('v1', { x: zeros }, {})).toEqual([]);
    expect(inSpec('v1', { x: zeros }, { x: { d: 1 } })).toEqual([]);
    expect(
      inSpec('rbac.authorization.k8s.io/v1', { x: zeros }, { x: { d: 1 } }),
    ).toEqual([]);
    expect(
      inSpec('sparkoperator.k8s.io/v1beta2', { x: zeros }, { x: { d: 1 } }),
    ).not.toEqual([]);
    expect(
      inSpec('flink.apache.org/v1beta1', { x: zeros }, { x: { d: 1 } }),
    ).toEqual([
      { path: 'spec.x.a', inGit: '' },
      { path: 'spec.x.b', inGit: 0 },
      { path: 'spec.x.c', inGit: false },
    ]);
  });

  it('reads keys that every object has as a member', () => {
    expect(inSpec('v1', { data: { constructor: 'x' } }, { data: {} })).toEqual([
      { path: 'spec.data.constructor', inGit: 'x' },
    ]);
  });
});
