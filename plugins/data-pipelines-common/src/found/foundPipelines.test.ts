import { ObjectIndex } from '../objects/ObjectIndex';
import { FlinkDeployment } from '../resources/flinkDeployment';
import { KafkaTopic } from '../resources/kafkaTopic';
import { ObjectMetadata } from '../resources/metadata';
import { foundPipelines } from './foundPipelines';

const metadata = (
  name: string,
  labels: Record<string, string> = {},
  more: Partial<ObjectMetadata> = {},
): ObjectMetadata => ({
  name,
  namespace: 'streams',
  labels,
  annotations: {},
  ...more,
});

const flink = (meta: ObjectMetadata): FlinkDeployment => ({
  kind: 'FlinkDeployment',
  metadata: meta,
  spec: { job: { state: 'running' } },
});

const topic = (meta: ObjectMetadata, topicName?: string): KafkaTopic => ({
  kind: 'KafkaTopic',
  metadata: meta,
  spec: { topicName },
});

const ours = (job?: string, environment = 'dev') => ({
  'headworks.dev/pipeline': 'shop',
  'headworks.dev/environment': environment,
  'app.kubernetes.io/instance': 'shop-release',
  ...(job && { 'headworks.dev/job': job }),
});

const FLINK = 'flinkdeployments.flink.apache.org';
const TOPICS = 'kafkatopics.kafka.strimzi.io';

describe('foundPipelines', () => {
  it('reads a pipeline from our labels, in all its environments', () => {
    const one = new ObjectIndex();
    one.put(
      FLINK,
      flink(
        metadata('shop-sum', ours('sum'), {
          annotations: {
            'headworks.dev/owner': 'group:default/web',
            'headworks.dev/reads': 'orders, orders,returns',
            'headworks.dev/writes': 'totals',
          },
        }),
      ),
    );
    one.put(TOPICS, topic(metadata('totals-1', ours()), 'totals'));
    const two = new ObjectIndex();
    two.put(FLINK, flink(metadata('shop-sum', ours('sum', 'prod'))));
    expect(
      foundPipelines(
        [
          { name: 'west', objects: two },
          { name: 'east', objects: one },
        ],
        'labelled',
      ),
    ).toEqual([
      {
        name: 'shop',
        owner: 'group:default/web',
        system: undefined,
        environments: [
          {
            name: 'dev',
            cluster: 'east',
            namespace: 'streams',
            release: 'shop-release',
          },
          {
            name: 'prod',
            cluster: 'west',
            namespace: 'streams',
            release: 'shop-release',
          },
        ],
        jobs: [
          {
            name: 'sum',
            engine: 'flink',
            reads: ['orders', 'returns'],
            writes: ['totals'],
            objects: [],
          },
        ],
        topics: [{ name: 'totals', objects: [] }],
      },
    ]);
  });

  it('leaves what has none of our labels alone unless it is asked for', () => {
    const objects = new ObjectIndex();
    objects.put(FLINK, flink(metadata('orders')));
    expect(foundPipelines([{ name: 'east', objects }], 'labelled')).toEqual([]);
  });

  it('takes other jobs by the application that they are part of, and names their objects', () => {
    const objects = new ObjectIndex();
    const part = { 'app.kubernetes.io/part-of': 'billing' };
    objects.put(FLINK, flink(metadata('orders', part)));
    objects.put(FLINK, flink(metadata('orders', part, { namespace: 'qa' })));
    objects.put(
      FLINK,
      flink(metadata('alone', { 'headworks.dev/owner': 'web' })),
    );
    objects.put(FLINK, { ...flink(metadata('session')), spec: {} });
    objects.put('sparkapplications.sparkoperator.k8s.io', {
      kind: 'SparkApplication',
      metadata: metadata('nightly-1', {
        'sparkoperator.k8s.io/scheduled-app-name': 'nightly',
      }),
    } as never);
    const found = foundPipelines([{ name: 'east', objects }], 'all');
    expect(found.map(({ name, owner }) => [name, owner])).toEqual([
      ['alone', 'web'],
      ['billing', undefined],
    ]);
    const [, billing] = found;
    expect(billing.environments.map(({ name }) => name)).toEqual([
      'qa',
      'streams',
    ]);
    expect(billing.jobs).toEqual([
      {
        name: 'orders',
        engine: 'flink',
        reads: [],
        writes: [],
        objects: ['streams', 'qa'].map(namespace => ({
          environment: namespace,
          resource: FLINK,
          namespace,
          name: 'orders',
        })),
      },
    ]);
  });

  it('tells apart two clusters that have one namespace', () => {
    const east = new ObjectIndex();
    const west = new ObjectIndex();
    for (const objects of [east, west]) {
      objects.put(FLINK, flink(metadata('orders')));
    }
    const [{ environments }] = foundPipelines(
      [
        { name: 'east', objects: east },
        { name: 'west', objects: west },
      ],
      'all',
    );
    expect(environments.map(({ name }) => name)).toEqual([
      'streams',
      'west-streams',
    ]);
  });
});
