import { randomUUID } from 'node:crypto';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionPreview,
  ActionView,
  KafkaActionName,
  ObjectRef,
  PartRef,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { KubernetesObject } from '../cluster/client';
import { Caller, CALLERS, permissions } from './callers';
import { eventually } from './eventually';
import { operatorOf } from './operatorOf';
import { Feature, startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const API = '/apis/kafka.strimzi.io/v1/namespaces';
const ACTIONS = '/pipelines/default/clickstream/parts/actions';

export const USER = 'user:default/operator';

/** Connect, its connector and a user have one name. */
export const CONNECTOR: PartRef = {
  kind: 'KafkaConnector',
  namespace: NAMESPACE,
  name: 'clickstream-lake-files',
};

/** What tests read of an object of Strimzi. */
export interface Strimzi extends KubernetesObject {
  spec: { partitions?: number };
  status?: {
    observedGeneration?: number;
    topicId?: string;
    secret?: string;
    conditions?: Array<{ type: string }>;
    connectorStatus?: { tasks: object[] };
  };
}

/** An object as the API of parts names it. */
export type Named = Pick<ObjectRef, 'kind' | 'namespace' | 'name'>;

/** A cluster with pipelines and a simulated Strimzi, a portal that may act, and ways to ask it. */
export type PartsPortal = Awaited<ReturnType<typeof startPartsPortal>>;

export async function startPartsPortal(features: Feature[]) {
  const world = await startWorld({ speed: 50 });
  for (const sample of ['clickstream', 'payments']) {
    await world.generate(readSample(sample));
    await world.install(sample);
  }
  const backend = await startPortal(world, permissions.factory, {
    write: true,
    features,
  });
  const ways = waysOf(world, backend);
  const clicks = await ways.topic('clicks');
  await addConnect(world, ways, clicks);
  return {
    ...ways,
    client: world.cluster.client,
    clicks,
    async stop() {
      await backend.stop();
      await world.stop();
    },
  };
}

type Ways = ReturnType<typeof waysOf>;

function waysOf(world: World, backend: TestBackend) {
  const { get, post } = operatorOf(() => backend);
  return { topic, reportOf, preview, ask, send, act, done, at, get };

  /** The object of a topic, as soon as it is there. */
  async function topic(wanted: string): Promise<ObjectRef> {
    const object = await eventually(
      async () => {
        // The catalog reads its files when it has started.
        const view = await get<PipelineView>(
          '/pipelines/default/clickstream',
        ).catch(() => undefined);
        return view?.environments[0]?.topics.find(({ name }) => name === wanted)
          ?.object;
      },
      found => Boolean(found),
    );
    return object!;
  }

  /** Of a topic, as soon as it has this reason. */
  async function reportOf(wanted: string, reason: string) {
    const report = await eventually(
      async () => {
        const { environments } = await get<PipelineView>(
          '/pipelines/default/clickstream',
        );
        return environments[0].topics.find(({ name }) => name === wanted)
          ?.report;
      },
      found => found?.reason === reason,
    );
    return report!;
  }

  async function preview(
    part: Named,
    action: KafkaActionName,
    key: string = randomUUID(),
  ): Promise<ActionPreview> {
    const response = await ask(part, action, { key });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  function ask(
    part: Named,
    action: KafkaActionName,
    {
      environment = 'dev',
      key = randomUUID() as string,
      caller = 'operator' as Caller,
    } = {},
  ) {
    const body = { environment, part: ref(part), action: { action }, key };
    return post(`${ACTIONS}/preview`, body, CALLERS[caller]);
  }

  function send(
    part: Named,
    action: KafkaActionName,
    sent: { key: string; fingerprint: string },
  ) {
    return post(ACTIONS, {
      environment: 'dev',
      part: ref(part),
      action: { action },
      acknowledged: [],
      ...sent,
    });
  }

  /** Looks, then does it. */
  async function act(
    part: Named,
    action: KafkaActionName,
  ): Promise<ActionView> {
    const key = randomUUID();
    const { fingerprint } = await preview(part, action, key);
    const response = await send(part, action, { key, fingerprint });
    if (!response.ok) throw new Error(await response.text());
    const { id }: ActionView = await response.json();
    return done(id);
  }

  async function done(id: string): Promise<ActionView> {
    const end = await eventually(
      async () => {
        const { items } = await get<ActionList>(ACTIONS);
        return items.find(item => item.id === id)!;
      },
      view => view.state !== 'running',
    );
    expect(end).toMatchObject({ state: 'done', by: USER });
    return end;
  }

  function at(part: Named): Promise<Strimzi> {
    return world.cluster.client.get<Strimzi>(pathOf(part));
  }
}

/** Connect, a connector and a user of the pipeline, all with one name. */
async function addConnect(world: World, { at, get }: Ways, clicks: ObjectRef) {
  const { labels } = (await at(clicks)).metadata;
  const { namespace, name } = CONNECTOR;
  const add = (kind: PartRef['kind'], cluster: string, spec: object) =>
    world.cluster.client.apply(pathOf({ ...CONNECTOR, kind }), {
      apiVersion: 'kafka.strimzi.io/v1',
      kind,
      metadata: {
        name,
        namespace,
        labels: { ...labels, 'strimzi.io/cluster': cluster },
      },
      spec,
    });
  await add('KafkaConnect', 'analytics', {
    replicas: 1,
    bootstrapServers: 'analytics-kafka-bootstrap.kafka:9092',
    groupId: name,
    configStorageTopic: `${name}-configs`,
    offsetStorageTopic: `${name}-offsets`,
    statusStorageTopic: `${name}-status`,
  });
  await add('KafkaConnector', name, {
    class: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
    tasksMax: 1,
  });
  await add('KafkaUser', 'analytics', {});
  await eventually(
    () => get<PipelineView>('/pipelines/default/clickstream'),
    ({ environments }) => environments[0].others.length === 3,
  );
  for (const kind of ['KafkaConnect', 'KafkaConnector', 'KafkaUser'] as const) {
    await eventually(
      () => at({ ...CONNECTOR, kind }),
      ({ status }) => Boolean(status?.conditions),
    );
  }
}

export function ref({ kind, namespace, name }: Named): Named {
  return { kind, namespace, name };
}

export function pathOf({ kind, namespace, name }: Named): string {
  return `${API}/${namespace}/${kind.toLowerCase()}s/${name}`;
}
