import { randomUUID } from 'node:crypto';
import { mockServices, TestBackend } from '@backstage/backend-test-utils';
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
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const API = '/apis/kafka.strimzi.io/v1/namespaces';
const PAUSE = 'strimzi.io/pause-reconciliation';
const ACTIONS = '/pipelines/default/clickstream/parts/actions';
const USER = 'user:default/operator';
const CONNECTOR: PartRef = {
  kind: 'KafkaConnector',
  namespace: NAMESPACE,
  name: 'clickstream-lake-files',
};
const ANALYTICS: PartRef = {
  kind: 'Kafka',
  namespace: 'kafka',
  name: 'analytics',
};

interface Audited {
  eventId: string;
  severityLevel?: string;
  meta?: object;
  outcome?: 'done' | 'refused';
}

interface Strimzi extends KubernetesObject {
  spec: { partitions?: number };
  status?: {
    observedGeneration?: number;
    topicId?: string;
    secret?: string;
    conditions?: Array<{ type: string }>;
  };
}

/** A real API server with the shipped rights, a simulated Strimzi, and a portal that may act. */
describe('an action on a part of a pipeline', () => {
  let world: World;
  let backend: TestBackend;
  let clicks: ObjectRef;
  const audited: Audited[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, severityLevel, meta }) => {
      const event: Audited = { eventId, severityLevel, meta };
      audited.push(event);
      return {
        success: async () => {
          event.outcome = 'done';
        },
        fail: async () => {
          event.outcome = 'refused';
        },
      };
    },
  });

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    backend = await startPortal(world, permissions.factory, {
      write: true,
      features: [auditor.factory],
    });
    const view = await eventually(
      () =>
        get<PipelineView>('/pipelines/default/clickstream').catch(
          // The catalog reads its files when it has started.
          () => undefined,
        ),
      found => Boolean(found?.environments[0]?.topics[0]?.object),
    );
    clicks = view!.environments[0].topics.find(({ name }) => name === 'clicks')!
      .object!;
    await addConnect();
  }, 300_000);

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  it('pauses a topic, says so in its verdict, and takes it up again', async () => {
    const seen = await preview(clicks, 'pause-reconciliation');
    expect(seen.commands[0]).toContain(
      `patch kafkatopic.kafka.strimzi.io/${clicks.name}`,
    );
    expect(seen.values).toEqual([]);
    const view = await act(clicks, 'pause-reconciliation');
    expect(view).toMatchObject({ part: clicks, by: USER, stepsDone: 2 });
    const paused = await at(clicks);
    expect(paused.metadata.annotations).toMatchObject({
      [PAUSE]: 'true',
      'headworks.dev/requested-by': USER,
      'headworks.dev/action': view.id,
    });
    expect(paused.status).not.toHaveProperty('topicId');
    const shown = await reportOf('clicks', 'ReconciliationPaused');
    expect(shown).toMatchObject({
      health: 'Suspended',
      message: 'Changes of the topic are paused on request',
      nextStep: expect.stringContaining(PAUSE),
    });
    // What is changed meanwhile waits.
    await world.cluster.client.merge(pathOf(clicks), {
      spec: { partitions: 24 },
    });
    await act(clicks, 'resume-reconciliation');
    const resumed = await at(clicks);
    expect(resumed.metadata.annotations).not.toHaveProperty([PAUSE]);
    expect(resumed.status).toMatchObject({
      observedGeneration: resumed.metadata.generation,
      topicId: expect.any(String),
    });
    await reportOf('clicks', 'Ready');
  });

  it.each(['KafkaConnect', 'KafkaConnector', 'KafkaUser'] as const)(
    'pauses and resumes a %s',
    async kind => {
      const part = { ...CONNECTOR, kind };
      await act(part, 'pause-reconciliation');
      const { status } = await at(part);
      expect(status?.conditions).toMatchObject([
        { type: 'ReconciliationPaused' },
      ]);
      expect(status).not.toHaveProperty('secret');
      await act(part, 'resume-reconciliation');
      expect((await at(part)).status?.conditions).toMatchObject([
        { type: 'Ready' },
      ]);
    },
  );

  it('restarts a connector, which the operator notes by taking the mark away', async () => {
    const view = await act(CONNECTOR, 'restart-connector');
    expect(view).toMatchObject({ action: 'restart-connector', stepsDone: 2 });
    const { annotations } = (await at(CONNECTOR)).metadata;
    expect(annotations).not.toHaveProperty(['strimzi.io/restart']);
    expect(annotations).toMatchObject({ 'headworks.dev/action': view.id });
  });

  it('is one, however often and at once it is ordered', async () => {
    const key = randomUUID();
    const { fingerprint } = await preview(CONNECTOR, 'restart-connector', key);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        send(CONNECTOR, 'restart-connector', { key, fingerprint }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([201]),
    );
    const views: ActionView[] = await Promise.all(
      answers.map(answer => answer.json()),
    );
    const [id, ...others] = new Set(views.map(view => view.id));
    expect(others).toEqual([]);
    await done(id);
    const reused = await send(CONNECTOR, 'pause-reconciliation', {
      key,
      fingerprint,
    });
    expect(reused.status).toBe(400);
  });

  it('is an audit event, whether it was done or refused', async () => {
    await act(CONNECTOR, 'restart-connector');
    const refused = await send(CONNECTOR, 'restart-connector', {
      key: randomUUID(),
      fingerprint: 'unseen',
    });
    expect(refused.status).toBe(409);
    const about = {
      eventId: 'part-action',
      severityLevel: 'high',
      meta: {
        pipeline: { namespace: 'default', name: 'clickstream' },
        environment: 'dev',
        part: CONNECTOR,
        action: { action: 'restart-connector' },
        acknowledged: [],
      },
    };
    const ours = audited.filter(({ eventId }) => eventId === about.eventId);
    expect(ours.slice(-2)).toEqual([
      { ...about, outcome: 'done' },
      { ...about, outcome: 'refused' },
    ]);
  });

  it('on a Kafka is listed in every pipeline that stands on it', async () => {
    const { id } = await act(ANALYTICS, 'pause-reconciliation');
    const { items } = await get<ActionList>(
      '/pipelines/default/payments/parts/actions',
    );
    expect(items.map(item => item.id)).toContain(id);
    await act(ANALYTICS, 'resume-reconciliation');
  });

  describe('is refused', () => {
    it('where it is done already, with what to do', async () => {
      const { plan, commands } = await preview(clicks, 'resume-reconciliation');
      expect(plan.refusal?.sentence).toBe('It is not paused.');
      expect(commands).toEqual([]);
    });

    it('where somebody else was faster', async () => {
      const key = randomUUID();
      const { fingerprint } = await preview(
        clicks,
        'pause-reconciliation',
        key,
      );
      await world.cluster.client.merge(pathOf(clicks), {
        metadata: { annotations: { [PAUSE]: 'true' } },
      });
      const refused = await send(clicks, 'pause-reconciliation', {
        key,
        fingerprint,
      });
      expect([refused.status, await sentence(refused)]).toEqual([
        409,
        'It is paused already. Resume it.',
      ]);
      await world.cluster.client.merge(pathOf(clicks), {
        metadata: { annotations: { [PAUSE]: null } },
      });
    });

    it('where its spec was changed since it was looked at', async () => {
      const key = randomUUID();
      const { fingerprint } = await preview(
        clicks,
        'pause-reconciliation',
        key,
      );
      await world.cluster.client.merge(pathOf(clicks), {
        spec: { partitions: 25 },
      });
      const refused = await send(clicks, 'pause-reconciliation', {
        key,
        fingerprint,
      });
      expect(refused.status).toBe(409);
      expect(await sentence(refused)).toContain('nothing was done');
      expect((await at(clicks)).metadata.annotations).not.toHaveProperty([
        PAUSE,
      ]);
    });

    it('where the pipeline does not show the object, as where there is none', async () => {
      const { environments } = await get<PipelineView>(
        '/pipelines/default/payments',
      );
      const others = environments[0].topics.find(
        ({ name }) => name === 'fraud',
      )!.object!;
      for (const name of [others.name, 'nothing']) {
        const response = await ask({ ...others, name }, 'pause-reconciliation');
        expect([response.status, await sentence(response)]).toEqual([
          404,
          `part: the pipeline shows no KafkaTopic kafka/${name} in dev; name an object as the pipeline's view has it`,
        ]);
      }
    });

    it.each<[string, object, string]>([
      ['a kind without actions', { kind: 'KafkaNodePool' }, 'part.kind'],
      ['a kind of JavaScript', { kind: 'constructor' }, 'part.kind'],
      ['a way out', { name: '../kafkas/analytics' }, 'part.name'],
      ['a query', { name: 'clicks?force=true' }, 'part.name'],
      ['a name in capitals', { namespace: 'KAFKA' }, 'part.namespace'],
      ['a long name', { name: 'a'.repeat(254) }, 'part.name'],
      ['a list', { name: ['clicks'] }, 'part.name'],
    ])('%s', async (_, part, where) => {
      const response = await ask(
        { ...ref(clicks), ...part } as PartRef,
        'pause-reconciliation',
      );
      expect(response.status).toBe(400);
      expect(await sentence(response)).toContain(where);
    });

    it('an environment that there is not, naming those that there are', async () => {
      const response = await ask(clicks, 'pause-reconciliation', {
        environment: 'moon',
      });
      expect([response.status, await sentence(response)]).toEqual([
        400,
        'environment: the pipeline has no environment "moon"; choose one of dev',
      ]);
    });

    it('an action that there is not, naming those that there are', async () => {
      const response = await ask(clicks, 'suspend' as KafkaActionName);
      expect(response.status).toBe(400);
      expect(await sentence(response)).toMatch(/action.*restart-connector/);
    });

    it.each<[Caller, number]>([
      ['viewer', 403],
      ['stranger', 403],
      ['external', 403],
      ['nobody', 401],
    ])('for %s with %i', async (caller, status) => {
      const response = await ask(clicks, 'pause-reconciliation', { caller });
      expect(response.status).toBe(status);
    });
  });

  /** Connect, a connector and a user of the pipeline, all with one name. */
  async function addConnect() {
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
    for (const kind of [
      'KafkaConnect',
      'KafkaConnector',
      'KafkaUser',
    ] as const) {
      await eventually(
        () => at({ ...CONNECTOR, kind }),
        ({ status }) => Boolean(status?.conditions),
      );
    }
  }

  async function reportOf(topic: string, reason: string) {
    const view = await eventually(
      () => get<PipelineView>('/pipelines/default/clickstream'),
      ({ environments }) =>
        environments[0].topics.find(({ name }) => name === topic)?.report
          .reason === reason,
    );
    return view.environments[0].topics.find(({ name }) => name === topic)!
      .report;
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
    return post(`${ACTIONS}/preview`, body, caller);
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

  async function get<T>(where: string): Promise<T> {
    const response = await fetch(urlOf(where), {
      headers: { Authorization: CALLERS.operator },
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }

  function post(
    where: string,
    body: object,
    caller: Caller = 'operator',
  ): Promise<Response> {
    const authorization = CALLERS[caller];
    return fetch(urlOf(where), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(authorization && { Authorization: authorization }),
      },
      body: JSON.stringify(body),
    });
  }

  function urlOf(where: string) {
    return `http://localhost:${backend.server.port()}/api/data-pipelines${where}`;
  }
});

type Named = Pick<ObjectRef, 'kind' | 'namespace' | 'name'>;

function ref({ kind, namespace, name }: Named): Named {
  return { kind, namespace, name };
}

function pathOf({ kind, namespace, name }: Named): string {
  return `${API}/${namespace}/${kind.toLowerCase()}s/${name}`;
}

async function sentence(response: Response): Promise<string> {
  return (await response.json()).error.message;
}
