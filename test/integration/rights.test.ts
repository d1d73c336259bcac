import {
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ApiError, ClusterClient, KubernetesObject } from '../cluster/client';
import { applyManifest, Rule, rulesOf, tokenOf } from '../cluster/manifests';
import {
  EAST,
  startWatchedCluster,
  until,
  untilFollowed,
  putTopic,
  topicsOf,
  WatchedCluster,
} from './faults/watchedCluster';

const AUTHORIZATION = '/apis/authorization.k8s.io/v1';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const ALL = Object.keys(RESOURCES) as ResourceId[];

interface RulesReview extends KubernetesObject {
  status: { resourceRules: Array<Rule & { resourceNames?: string[] }> };
}

const ALONE = [
  ['flink', 'asker'],
  ['delete-snapshots', 'deleter'],
  ['ask-flink', 'stopper'],
] as const;

/** A real API server on which the shipped manifests are applied, and nothing else. */
describe('the manifests', () => {
  let world: WatchedCluster;
  let reader: ClusterClient;
  let writer: ClusterClient;
  let asker: ClusterClient;
  let deleter: ClusterClient;
  let stopper: ClusterClient;

  beforeAll(async () => {
    world = await startWatchedCluster({
      watchSeconds: 5,
      prepare: async cluster => {
        await applyManifest(cluster.client, 'read');
        await applyManifest(cluster.client, 'write');
        // These alone: they are bound to other accounts here.
        for (const [name, account] of ALONE) {
          await applyManifest(cluster.client, name);
          await rebind(cluster.client, `headworks-${name}`, account);
        }
        const token = await tokenOf(cluster.client, 'headworks-read');
        const ca = Buffer.from(cluster.caData, 'base64').toString();
        const { url } = cluster;
        reader = new ClusterClient({ url, ca, token });
        writer = new ClusterClient({
          url,
          ca,
          token: await tokenOf(cluster.client, 'headworks-write'),
        });
        [asker, deleter, stopper] = await Promise.all(
          ALONE.map(
            async ([, account]) =>
              new ClusterClient({
                url,
                ca,
                token: await tokenOf(cluster.client, account),
              }),
          ),
        );
        return token;
      },
    });
    await putTopic(world, 'first');
  });

  afterAll(() => world?.stop());

  it('let the collector follow every kind, with nothing to complain about', async () => {
    await untilFollowed(world, 'first');
    const states = () =>
      world.collector
        .status()
        .clusters[0].resources.map(({ resource, state }) => [resource, state]);
    await until(states, all =>
      all.every(([, state]) => state === 'live' || state === 'absent'),
    );
    expect(states()).toEqual(
      ALL.map(resource => [
        resource,
        // No registry has this definition, so no API server of a test does.
        resource === 'sparkclusters.spark.apache.org' ? 'absent' : 'live',
      ]),
    );
    expect(world.view().notes).toBeUndefined();
  });

  it.each(['read', 'write', 'flink', 'delete-snapshots', 'ask-flink'] as const)(
    'allow what they list and nothing more: %s',
    async name => {
      const client = {
        read: reader,
        write: writer,
        flink: asker,
        'delete-snapshots': deleter,
        'ask-flink': stopper,
      }[name];
      const { status } = (await client.create(
        `${AUTHORIZATION}/selfsubjectrulesreviews`,
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectRulesReview',
          spec: { namespace: 'data' },
        },
      )) as RulesReview;
      const allowed = status.resourceRules.filter(
        // Everybody may ask what they may.
        ({ apiGroups }) =>
          !/authorization|authentication/.test(apiGroups.join()),
      );
      expect(sorted(allowed)).toEqual(sorted(rulesOf(name)));
    },
  );

  it.each([
    ['list', '/api/v1/secrets'],
    ['get', '/api/v1/namespaces/data/secrets/one'],
    ['get', '/api/v1/namespaces/data/configmaps/one'],
    ['get', '/api/v1/namespaces/data/pods/one/log'],
    ['get', '/api/v1/namespaces/data/services/one/proxy/'],
    ['get', '/api/v1/nodes'],
  ])('refuse the reader to %s %s', async (_, path) => {
    await expect(reader.get(path)).rejects.toMatchObject({ status: 403 });
  });

  it('refuse the reader to create, change and delete', async () => {
    const topics = '/apis/kafka.strimzi.io/v1/namespaces/data/kafkatopics';
    const refused = expect.objectContaining({ status: 403 });
    await expect(reader.create(topics, {})).rejects.toEqual(refused);
    await expect(reader.merge(`${topics}/first`, {})).rejects.toEqual(refused);
    await expect(reader.delete(`${topics}/first`)).rejects.toBeInstanceOf(
      ApiError,
    );
    expect(topicsOf(world)).toEqual({ first: 1 });
  });

  it('let the reader get what an action is planned from', async () => {
    const topics = '/apis/kafka.strimzi.io/v1/namespaces/data/kafkatopics';
    const { metadata } = await reader.get(`${topics}/first`);
    expect(metadata.resourceVersion).toBeDefined();
  });

  it('let the writer annotate what Strimzi reconciles, but not its pools', async () => {
    const { client } = world.cluster;
    const folder = '/apis/kafka.strimzi.io/v1/namespaces/data';
    const topic = `${folder}/kafkatopics/first`;
    const annotate = (pause: string | null) => ({
      metadata: { annotations: { 'strimzi.io/pause-reconciliation': pause } },
    });
    await writer.merge(topic, annotate('true'));
    expect((await client.get(topic)).metadata.annotations).toEqual({
      'strimzi.io/pause-reconciliation': 'true',
    });
    await writer.merge(topic, annotate(null));
    for (const plural of ['kafkas', 'kafkausers', 'kafkaconnects']) {
      // Allowed, and there is none.
      await expect(
        writer.merge(`${folder}/${plural}/none`, annotate('true')),
      ).rejects.toMatchObject({ status: 404 });
    }
    for (const ask of [
      () => writer.merge(`${folder}/kafkanodepools/none`, annotate('true')),
      () => writer.merge(`${topic}/status`, annotate('true')),
      () => writer.get(topic),
      () => writer.create(`${folder}/kafkatopics`, {}),
      () => writer.delete(topic),
    ]) {
      await expect(ask()).rejects.toMatchObject({ status: 403 });
    }
  });

  it('open a GET through Services and no other way, where Flink may be asked', async () => {
    const service = '/api/v1/namespaces/data/services/one';
    const proxy = `${service}:8081/proxy/jobs/overview`;
    // Allowed, and there is no such Service.
    await expect(asker.get(proxy)).rejects.toMatchObject({ status: 404 });
    for (const ask of [
      () => asker.create(proxy, {}),
      () => asker.merge(proxy, {}),
      () => asker.get(service),
      () => asker.get('/api/v1/namespaces/data/pods/one:8081/proxy/'),
    ]) {
      await expect(ask()).rejects.toMatchObject({ status: 403 });
    }
  });

  it('may name the Services of jobs, one by one and not by a pattern', async () => {
    const { client } = world.cluster;
    const role = `${RBAC}/clusterroles/headworks-flink`;
    await client.merge(role, {
      rules: [
        {
          apiGroups: [''],
          resources: ['services/proxy'],
          verbs: ['get'],
          resourceNames: ['orders-rest:8081', '*-rest:8081'],
        },
      ],
    });
    const ask = (name: string) =>
      asker
        .get(`/api/v1/namespaces/data/services/${name}:8081/proxy/`)
        .catch(({ status }) => status);
    await until(
      () => ask('others-rest'),
      status => status === 403,
    );
    expect(await ask('orders-rest')).toBe(404);
    await client.merge(role, { rules: rulesOf('flink') });
  });

  it('lack a right: the portal says which kinds it may not read, and shows the rest', async () => {
    const role =
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/headworks-read';
    const without = rulesOf('read').map(rule => ({
      ...rule,
      resources: rule.resources.filter(
        one => !['kafkas', 'kafkausers', 'events'].includes(one),
      ),
    }));
    await world.cluster.client.merge(role, {
      rules: without.filter(({ resources }) => resources.length > 0),
    });
    const { notes, status } = await until(world.view, one =>
      /kafkas\.kafka.*kafkausers.*kafkas\.platform.*events/.test(
        one.notes?.join() ?? '',
      ),
    );
    expect(status).toBe('live');
    expect(notes).toEqual([
      `Cluster ${EAST} does not let the portal read kafkas.kafka.strimzi.io, kafkausers.kafka.strimzi.io, kafkas.platform.confluent.io and events; its credential needs list and watch`,
    ]);
    await putTopic(world, 'first', 2);
    await until(
      () => topicsOf(world),
      ({ first }) => first === 2,
    );

    await world.cluster.client.merge(role, { rules: rulesOf('read') });
    await until(world.view, one => !one.notes, 45_000);
    expect(world.resource('events').state).toBe('live');
  });
});

/** Gives a role to an account of its own. */
async function rebind(client: ClusterClient, role: string, account: string) {
  const metadata = { name: account, namespace: 'headworks' };
  await client.apply(
    `/api/v1/namespaces/headworks/serviceaccounts/${account}`,
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
  );
  await client.merge(`${RBAC}/clusterrolebindings/${role}`, {
    subjects: [{ kind: 'ServiceAccount', ...metadata }],
  });
}

/** One line a right, so that it does not matter how they are grouped. */
function sorted(rules: readonly Rule[]): string[] {
  return rules
    .flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(resource =>
          verbs.map(verb => `${verb} ${resource}.${group}`),
        ),
      ),
    )
    .sort();
}
