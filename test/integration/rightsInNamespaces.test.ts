import { ClusterClient } from '../cluster/client';
import { applyManifest, rulesOf, tokenOf } from '../cluster/manifests';
import {
  EAST,
  putTopic,
  RECOVERY,
  startWatchedCluster,
  topicsOf,
  until,
  untilFollowed,
  WatchedCluster,
} from './faults/watchedCluster';

/** A credential with Roles in two namespaces, and no ClusterRole. */
describe('the manifest for some namespaces', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({
      watchSeconds: 5,
      namespaces: ['data', 'kafka'],
      prepare: async ({ client }) => {
        for (const name of ['headworks', 'kafka', 'secret']) {
          await client.apply(`/api/v1/namespaces/${name}`, {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name },
          });
        }
        await client.apply(
          '/api/v1/namespaces/headworks/serviceaccounts/headworks-read',
          {
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            metadata: { name: 'headworks-read' },
          },
        );
        for (const namespace of ['data', 'kafka']) {
          await applyManifest(client, 'read-namespace', { namespace });
          // The API server learns of a Role a moment after it is written.
          await until(
            () => mayRead(client, namespace),
            may => may,
          );
        }
        return tokenOf(client, 'headworks-read');
      },
    });
    await putTopic(world, 'first');
    await topicIn('kafka');
    await topicIn('secret');
  });

  afterAll(() => world?.stop());

  it('gives in each what the other gives in all, but for what only a cluster has', () => {
    expect(rulesOf('read-namespace')).toEqual(
      rulesOf('read').filter(({ resources }) => resources[0] !== 'namespaces'),
    );
  });

  it('lets the collector follow every kind there, with nothing to complain about, and nowhere else', async () => {
    await untilFollowed(world, 'first');
    await until(
      () => topicsOf(world),
      topics => 'topic-in-kafka' in topics,
    );
    const states = () =>
      world.collector.status().clusters[0].resources.map(({ state }) => state);
    await until(states, all =>
      all.every(state => state === 'live' || state === 'absent'),
    );
    expect(states()).toContain('live');
    expect(world.view().notes).toBeUndefined();
    expect(topicsOf(world)).toEqual({ first: 1, 'topic-in-kafka': 1 });
    const read = world.proxy.requests.filter(({ path }) =>
      /(limit|watch)=/.test(path),
    );
    expect(read.every(({ path }) => path.includes('/namespaces/'))).toBe(true);
    expect(read.some(({ path }) => path.includes('/secret/'))).toBe(false);
    // An API server that begins puts some off (429); they come again.
    expect(
      read.filter(({ status }) => status !== 200 && status !== 429),
    ).toEqual([]);
  });

  it('shows what changes in each, and says where a right goes', async () => {
    await putTopic(world, 'first', 2);
    await topicIn('kafka', 3);
    await until(
      () => topicsOf(world),
      topics => topics.first === 2 && topics['topic-in-kafka'] === 3,
      RECOVERY,
    );
    await world.cluster.client.delete(
      '/apis/rbac.authorization.k8s.io/v1/namespaces/kafka/rolebindings/headworks-read',
    );
    const { notes } = await until(world.view, one => Boolean(one.notes));
    expect(notes?.[0]).toContain(
      `Cluster ${EAST} does not let the portal read`,
    );
    await putTopic(world, 'first', 4);
    await until(
      () => topicsOf(world),
      ({ first }) => first === 4,
      RECOVERY,
    );
  });

  async function topicIn(namespace: string, partitions = 1) {
    const name = `topic-in-${namespace}`;
    await world.cluster.client.apply(
      `/apis/kafka.strimzi.io/v1/namespaces/${namespace}/kafkatopics/${name}`,
      {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaTopic',
        metadata: { name, labels: { 'strimzi.io/cluster': 'lab' } },
        spec: { partitions, replicas: 1 },
      },
    );
  }
});

async function mayRead(
  client: ClusterClient,
  namespace: string,
): Promise<boolean> {
  const review = await client.create(
    '/apis/authorization.k8s.io/v1/subjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: {
        user: 'system:serviceaccount:headworks:headworks-read',
        resourceAttributes: { namespace, verb: 'list', resource: 'pods' },
      },
    },
  );
  return (
    (review as { status?: { allowed?: boolean } }).status?.allowed === true
  );
}
