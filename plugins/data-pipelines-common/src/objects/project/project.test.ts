import fc from 'fast-check';
import { ResourceId, RESOURCES } from '../../resources/kinds';
import { RawObject } from '../../resources/rawObject';
import { project } from './project';

const ALL = Object.keys(RESOURCES) as ResourceId[];
const metadata = { name: 'orders', namespace: 'data', resourceVersion: '7' };

/** A FlinkDeployment with everything that must not be kept. */
const deployment: RawObject & { kind: string } = {
  kind: 'FlinkDeployment',
  metadata: {
    ...metadata,
    labels: { app: 'orders' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"kind":"…"}',
      'meta.helm.sh/release-name': 'orders',
    },
    managedFields: [
      {
        manager: 'helm',
        operation: 'Apply',
        time: '2026-01-01T00:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
      {
        manager: 'kubectl-edit',
        operation: 'Update',
        time: '2026-01-02T00:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
      {
        manager: 'fabric8-kubernetes-client',
        operation: 'Update',
        time: '2026-01-03T00:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
      {
        manager: 'flink-operator',
        operation: 'Update',
        subresource: 'status',
        time: '2026-01-04T00:00:00Z',
        fieldsV1: {},
      },
    ],
  },
  spec: {
    image: 'registry.example.com/orders:1',
    job: { parallelism: 4, args: ['--password=hunter22'] },
    flinkConfiguration: {
      's3.secret-key': 'abcdefgh12345678',
      'execution.checkpointing.interval': '1 min',
    },
    podTemplate: {
      spec: {
        containers: [
          {
            name: 'flink-main-container',
            env: [{ name: 'GREETING', value: 'good morning' }],
          },
        ],
      },
    },
  },
  status: {
    lifecycleState: 'STABLE',
    reconciliationStatus: { lastReconciledSpec: 'x'.repeat(100_000) },
  },
};

describe('project', () => {
  const kept = project('flinkdeployments.flink.apache.org', deployment);
  const text = JSON.stringify(kept);

  it('keeps what rules and views read', () => {
    expect(kept.spec).toEqual({
      image: 'registry.example.com/orders:1',
      job: { parallelism: 4 },
    });
    expect(kept.status).toEqual({ lifecycleState: 'STABLE' });
    expect(kept.metadata).toMatchObject({
      name: 'orders',
      namespace: 'data',
      labels: { app: 'orders' },
      annotations: { 'meta.helm.sh/release-name': 'orders' },
    });
  });

  it('knows which field has which value, and the last who wrote one', () => {
    expect(kept.metadata.written).toMatchObject({
      by: 'kubectl-edit',
      at: '2026-01-02T00:00:00Z',
    });
    expect(JSON.parse(kept.metadata.written!.fields)).toEqual({
      image: 'registry.example.com/orders:1',
      'job.parallelism': '4',
      'job.args[0]': '(not kept)',
      'flinkConfiguration.s3.secret-key': '(not kept)',
      'flinkConfiguration.execution.checkpointing.interval': '1 min',
      'podTemplate.spec.containers[flink-main-container].name':
        'flink-main-container',
      'podTemplate.spec.containers[flink-main-container].env[GREETING].name':
        'GREETING',
      'podTemplate.spec.containers[flink-main-container].env[GREETING].value':
        '(not kept)',
    });
  });

  it('reads a spec again only where the API server has counted a change', () => {
    const counted = (generation?: number, parallelism = 4) =>
      ({
        ...deployment,
        metadata: { ...deployment.metadata, uid: 'u', generation },
        spec: { job: { parallelism } },
      } as RawObject);
    const before = project('flinkdeployments.flink.apache.org', counted(1));
    const now = (raw: RawObject) =>
      project('flinkdeployments.flink.apache.org', raw, before);
    expect(now(counted(1)).spec).toBe(before.spec);
    expect(now(counted(1)).metadata.written).toBe(before.metadata.written);
    expect(now(counted(1))).toEqual(before);
    expect(now(counted(2, 5)).spec?.job?.parallelism).toBe(5);
    expect(now(counted(undefined, 5)).spec?.job?.parallelism).toBe(5);
    // Made anew under the same name, it counts from one again.
    const other = counted(1, 5);
    other.metadata.uid = 'v';
    expect(now(other).spec?.job?.parallelism).toBe(5);
  });

  it('keeps no secret, variable, managedFields or bulk', () => {
    expect(text).not.toMatch(
      /hunter22|abcdefgh|good morning|managedFields|last-applied|xxxx/,
    );
    expect(text.length).toBeLessThan(2_000);
  });

  it('cuts a status of 900 kB down to what can be shown', () => {
    const conditions = Array.from({ length: 3_000 }, (_, i) => ({
      type: `Condition${i}`,
      status: 'False',
      message: 'm'.repeat(300),
    }));
    const topic = project('kafkatopics.kafka.strimzi.io', {
      metadata,
      spec: { partitions: 3 },
      status: { conditions },
    });
    expect(topic.spec.partitions).toBe(3);
    expect(topic.status?.conditions?.[0].type).toBe('Condition0');
    expect(JSON.stringify(topic).length).toBeLessThan(100_000);
  });

  it('keeps an event whole, but for its source', () => {
    const raw = {
      metadata,
      involvedObject: { kind: 'Pod', namespace: 'data', name: 'p', uid: 'u' },
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      type: 'Warning',
      count: 3,
      lastTimestamp: '2026-01-01T00:00:00Z',
      eventTime: null,
    };
    const event = project('events', raw);
    expect(event).toMatchObject({
      involvedObject: { kind: 'Pod', namespace: 'data', name: 'p' },
      reason: 'BackOff',
      count: 3,
      lastTimestamp: '2026-01-01T00:00:00Z',
    });
    expect(event.eventTime).toBeUndefined();
  });

  it.each(ALL)('survives any spec and status: %s', resource => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (spec, status) => {
        const object = project(resource, { metadata, spec, status });
        expect(object.metadata.name).toBe('orders');
      }),
      { numRuns: 50 },
    );
  });
});
