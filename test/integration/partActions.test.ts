import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionView,
  KafkaActionName,
  PartRef,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Caller } from './callers';
import { sentence } from './operatorOf';
import {
  CONNECTOR,
  pathOf,
  PartsPortal,
  ref,
  startPartsPortal,
  USER,
} from './partsPortal';

const PAUSE = 'strimzi.io/pause-reconciliation';
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

/** A real API server with the shipped rights, a simulated Strimzi, and a portal that may act. */
describe('an action on a part of a pipeline', () => {
  let portal: PartsPortal;
  let clicks: PartsPortal['clicks'];
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
    portal = await startPartsPortal([auditor.factory]);
    ({ clicks } = portal);
  }, 300_000);

  afterAll(async () => {
    await portal?.stop();
  });

  it('pauses a topic, says so in its verdict, and takes it up again', async () => {
    const seen = await portal.preview(clicks, 'pause-reconciliation');
    expect(seen.commands[0]).toContain(
      `patch kafkatopic.kafka.strimzi.io/${clicks.name}`,
    );
    expect(seen.values).toEqual([]);
    const view = await portal.act(clicks, 'pause-reconciliation');
    expect(view).toMatchObject({ part: clicks, by: USER, stepsDone: 2 });
    const paused = await portal.at(clicks);
    expect(paused.metadata.annotations).toMatchObject({
      [PAUSE]: 'true',
      'headworks.dev/requested-by': USER,
      'headworks.dev/action': view.id,
    });
    expect(paused.status).not.toHaveProperty('topicId');
    const shown = await portal.reportOf('clicks', 'ReconciliationPaused');
    expect(shown).toMatchObject({
      health: 'Suspended',
      message: 'Changes of the topic are paused on request',
      nextStep: expect.stringContaining(PAUSE),
    });
    // What is changed meanwhile waits.
    await portal.client.merge(pathOf(clicks), {
      spec: { partitions: 24 },
    });
    await portal.act(clicks, 'resume-reconciliation');
    const resumed = await portal.at(clicks);
    expect(resumed.metadata.annotations).not.toHaveProperty([PAUSE]);
    expect(resumed.status).toMatchObject({
      observedGeneration: resumed.metadata.generation,
      topicId: expect.any(String),
    });
    await portal.reportOf('clicks', 'Ready');
  });

  it.each(['KafkaConnect', 'KafkaConnector', 'KafkaUser'] as const)(
    'pauses and resumes a %s',
    async kind => {
      const part = { ...CONNECTOR, kind };
      await portal.act(part, 'pause-reconciliation');
      const { status } = await portal.at(part);
      expect(status?.conditions).toMatchObject([
        { type: 'ReconciliationPaused' },
      ]);
      expect(status).not.toHaveProperty('secret');
      await portal.act(part, 'resume-reconciliation');
      expect((await portal.at(part)).status?.conditions).toMatchObject([
        { type: 'Ready' },
      ]);
    },
  );

  it('restarts a connector, which the operator notes by taking the mark away', async () => {
    const view = await portal.act(CONNECTOR, 'restart-connector');
    expect(view).toMatchObject({ action: 'restart-connector', stepsDone: 2 });
    const { annotations } = (await portal.at(CONNECTOR)).metadata;
    expect(annotations).not.toHaveProperty(['strimzi.io/restart']);
    expect(annotations).toMatchObject({ 'headworks.dev/action': view.id });
  });

  it('restarts the tasks of a connector that failed, and no other', async () => {
    const { plan } = await portal.preview(CONNECTOR, 'restart-failed-tasks');
    expect(plan.refusal?.sentence).toBe(
      'No task of the connector has failed: 0 is RUNNING.',
    );
    const [running] = (await portal.at(CONNECTOR)).status!.connectorStatus!
      .tasks;
    const failed = { state: 'FAILED', trace: 'java.io.IOException: disk full' };
    const tasks = [0, 1, 2].map(id => ({
      ...running,
      id,
      ...(id !== 1 && failed),
    }));
    await portal.client.merge(`${pathOf(CONNECTOR)}/status`, {
      status: { connectorStatus: { tasks } },
    });
    const seen = await portal.preview(CONNECTOR, 'restart-failed-tasks');
    expect(seen.plan.effects[0]).toBe('Tasks 0, 2 have failed: disk full.');
    const view = await portal.act(CONNECTOR, 'restart-failed-tasks');
    expect(view).toMatchObject({ part: CONNECTOR, by: USER, stepsDone: 2 });
    const { metadata, status } = await portal.at(CONNECTOR);
    expect(metadata.annotations).not.toHaveProperty(['strimzi.io/restart']);
    expect(status!.connectorStatus!.tasks).toEqual(
      tasks.map(({ id }) => ({ ...running, id })),
    );
  });

  it('is one, however often and at once it is ordered', async () => {
    const key = randomUUID();
    const { fingerprint } = await portal.preview(
      CONNECTOR,
      'restart-connector',
      key,
    );
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        portal.send(CONNECTOR, 'restart-connector', { key, fingerprint }),
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
    await portal.done(id);
    const reused = await portal.send(CONNECTOR, 'pause-reconciliation', {
      key,
      fingerprint,
    });
    expect(reused.status).toBe(400);
  });

  it('is an audit event, whether it was done or refused', async () => {
    await portal.act(CONNECTOR, 'restart-connector');
    const refused = await portal.send(CONNECTOR, 'restart-connector', {
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
    const { id } = await portal.act(ANALYTICS, 'pause-reconciliation');
    const { items } = await portal.get<ActionList>(
      '/pipelines/default/payments/parts/actions',
    );
    expect(items.map(item => item.id)).toContain(id);
    await portal.act(ANALYTICS, 'resume-reconciliation');
  });

  describe('is refused', () => {
    it('where it is done already, with what to do', async () => {
      const { plan, commands } = await portal.preview(
        clicks,
        'resume-reconciliation',
      );
      expect(plan.refusal?.sentence).toBe('It is not paused.');
      expect(commands).toEqual([]);
    });

    it('where somebody else was faster', async () => {
      const key = randomUUID();
      const { fingerprint } = await portal.preview(
        clicks,
        'pause-reconciliation',
        key,
      );
      await portal.client.merge(pathOf(clicks), {
        metadata: { annotations: { [PAUSE]: 'true' } },
      });
      const refused = await portal.send(clicks, 'pause-reconciliation', {
        key,
        fingerprint,
      });
      expect([refused.status, await sentence(refused)]).toEqual([
        409,
        'It is paused already. Resume it.',
      ]);
      await portal.client.merge(pathOf(clicks), {
        metadata: { annotations: { [PAUSE]: null } },
      });
    });

    it('where its spec was changed since it was looked at', async () => {
      const key = randomUUID();
      const { fingerprint } = await portal.preview(
        clicks,
        'pause-reconciliation',
        key,
      );
      await portal.client.merge(pathOf(clicks), {
        spec: { partitions: 25 },
      });
      const refused = await portal.send(clicks, 'pause-reconciliation', {
        key,
        fingerprint,
      });
      expect(refused.status).toBe(409);
      expect(await sentence(refused)).toContain('nothing was done');
      expect((await portal.at(clicks)).metadata.annotations).not.toHaveProperty(
        [PAUSE],
      );
    });

    it('where the pipeline does not show the object, as where there is none', async () => {
      const { environments } = await portal.get<PipelineView>(
        '/pipelines/default/payments',
      );
      const others = environments[0].topics.find(
        ({ name }) => name === 'fraud',
      )!.object!;
      for (const name of [others.name, 'nothing']) {
        const response = await portal.ask(
          { ...others, name },
          'pause-reconciliation',
        );
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
      const response = await portal.ask(
        { ...ref(clicks), ...part } as PartRef,
        'pause-reconciliation',
      );
      expect(response.status).toBe(400);
      expect(await sentence(response)).toContain(where);
    });

    it('an environment that there is not, naming those that there are', async () => {
      const response = await portal.ask(clicks, 'pause-reconciliation', {
        environment: 'moon',
      });
      expect([response.status, await sentence(response)]).toEqual([
        400,
        'environment: the pipeline has no environment "moon"; choose one of dev',
      ]);
    });

    it('an action that there is not, naming those that there are', async () => {
      const response = await portal.ask(clicks, 'suspend' as KafkaActionName);
      expect(response.status).toBe(400);
      expect(await sentence(response)).toMatch(/action.*restart-connector/);
    });

    it.each<[Caller, number]>([
      ['viewer', 403],
      ['stranger', 403],
      ['external', 403],
      ['nobody', 401],
    ])('for %s with %i', async (caller, status) => {
      const response = await portal.ask(clicks, 'pause-reconciliation', {
        caller,
      });
      expect(response.status).toBe(status);
    });
  });
});
