import path from 'node:path';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  JobStateView,
  StartView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { CALLERS, permissions } from './callers';
import { eventually } from './eventually';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const JOB = '/jobs/default/clickstream-sessionize';
const OBJECT = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments/clickstream-sessionize`;

/** A real API server, a simulated Flink operator, and two portals one after the other. */
describe('the starts of a job', () => {
  let world: World;
  let portal: TestBackend | undefined;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    portal = await start();
  }, 300_000);

  afterAll(async () => {
    await portal?.stop();
    await world?.stop();
  });

  it('tell the first one', async () => {
    expect(await starts(1)).toEqual([
      expect.objectContaining({
        why: 'first',
        from: 'nothing',
        saidBy: 'operator',
        image: 'flink:2.1',
      }),
    ]);
    expect(await reason()).toBe('Running');
  });

  it('tell an upgrade, and the savepoint that the operator took', async () => {
    await change({ job: { parallelism: 3 } });
    const [upgrade] = await starts(2);
    expect(upgrade).toMatchObject({
      why: 'upgrade',
      from: 'savepoint',
      path: expect.stringMatching(/savepoint-/),
    });
    expect(upgrade).not.toHaveProperty('lost');
  });

  it('tell that a job goes on where it stopped, and why it was restarted', async () => {
    await change({ job: { state: 'suspended' } });
    await eventually(
      () => state(),
      view => view?.environments[0].job.report.health === 'Suspended',
    );
    await change({ job: { state: 'running' } });
    expect((await starts(3))[0]).toMatchObject({
      why: 'resume',
      from: 'savepoint',
    });
    await change({ restartNonce: 1 });
    expect((await starts(4))[0]).toMatchObject({
      why: 'restart',
      from: 'savepoint',
    });
  });

  describe('without the state that there was', () => {
    let empty: StartView;

    it('make the job Degraded, whatever its pods say', async () => {
      await change({ job: { upgradeMode: 'stateless', parallelism: 2 } });
      const all = await starts(5);
      [empty] = all;
      expect(empty).toMatchObject({
        why: 'upgrade',
        from: 'nothing',
        isStateless: true,
        lost: { path: all[1].path },
      });
      const { report } = (await state())!.environments[0].job;
      expect(report).toMatchObject({
        health: 'Degraded',
        reason: 'StartedEmpty',
        nextStep: expect.stringContaining(all[1].path!),
        since: empty.at,
      });
      const pipeline = await json<{
        verdict: { health: string; reason: string };
      }>('/pipelines/default/clickstream');
      expect(pipeline?.verdict).toMatchObject({
        health: 'Degraded',
        reason: 'StartedEmpty',
      });
    });

    it('are known to the next portal, too', async () => {
      await portal?.stop();
      portal = await start();
      const all = await starts(5);
      expect(all[0]).toEqual(empty);
      expect(all.map(({ why }) => why)).toEqual([
        'upgrade',
        'restart',
        'resume',
        'upgrade',
        'first',
      ]);
      expect(await reason()).toBe('StartedEmpty');
    });

    it.each<[string, keyof typeof CALLERS, object, number, string]>([
      ['without the permission', 'viewer', {}, 403, 'start.acknowledge'],
      ['without a name', 'external', {}, 403, ''],
      ['without a reason', 'operator', { reason: ' \n ' }, 400, 'reason'],
      ['elsewhere', 'operator', { environment: 'prod' }, 400, 'one of dev'],
      ['that nobody knows', 'operator', { id: 'none' }, 404, 'no such start'],
    ])(
      'are not acknowledged %s',
      async (_, caller, given, status, sentence) => {
        const response = await acknowledge(given, caller);
        expect(response.status).toBe(status);
        expect(await response.text()).toContain(sentence);
        expect(await reason()).toBe('StartedEmpty');
      },
    );

    it('are not acknowledged where nothing was lost', async () => {
      const [, restart] = await starts(5);
      const response = await acknowledge({ id: restart.id });
      expect(response.status).toBe(409);
      expect(await response.text()).toContain('has lost no state');
    });

    it('are no trouble once somebody says why', async () => {
      const answers = await Promise.all([acknowledge({}), acknowledge({})]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const view = (await answers[0].json()) as StartView;
      expect(view.acknowledged).toEqual({
        by: 'user:default/operator',
        at: expect.any(String),
        reason: 'The topic is new',
      });
      await eventually(reason, said => said === 'Running');
      expect((await starts(5))[0]).toEqual(view);
      const other = await acknowledge({ reason: 'No, it is old' });
      expect(other.status).toBe(409);
      expect(await other.text()).toContain(
        'user:default/operator has acknowledged this start already: The topic is new',
      );
    });

    it('are none where the upgrade mode is and was stateless', async () => {
      await change({ job: { parallelism: 4 } });
      const [again] = await starts(6);
      expect(again).toMatchObject({ from: 'nothing', isStateless: true });
      expect(again).not.toHaveProperty('lost');
      expect(await reason()).toBe('Running');
    });

    function acknowledge(
      given: object,
      caller: keyof typeof CALLERS = 'operator',
    ) {
      return ask(`${JOB}/starts/acknowledge`, CALLERS[caller], {
        environment: 'dev',
        id: empty.id,
        reason: 'The topic is new',
        ...given,
      });
    }
  });

  function start() {
    const directory = path.join(world.home, 'database');
    return startPortal(world, permissions.factory, {
      write: true,
      config: {
        backend: {
          database: { client: 'better-sqlite3', connection: { directory } },
        },
      },
    });
  }

  function change(spec: object) {
    return world.cluster.client.merge(OBJECT, { spec });
  }

  /** Newest first, as soon as there are so many and the job runs. */
  async function starts(count: number): Promise<StartView[]> {
    const view = await eventually(
      () => state(),
      one =>
        one?.environments[0]?.starts.length === count &&
        /^(Running|StartedEmpty)$/.test(one.environments[0].job.report.reason),
    );
    return view!.environments[0].starts;
  }

  async function reason() {
    return (await state())?.environments[0]?.job.report.reason;
  }

  function state() {
    return json<JobStateView>(`${JOB}/state`);
  }

  /** undefined while the catalog reads its files. */
  async function json<T>(at: string): Promise<T | undefined> {
    const response = await ask(at, CALLERS.operator);
    return response.ok ? ((await response.json()) as T) : undefined;
  }

  function ask(at: string, authorization: string | undefined, body?: object) {
    return fetch(
      `http://localhost:${portal!.server.port()}/api/data-pipelines${at}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          'content-type': 'application/json',
          ...(authorization && { authorization }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
  }
});
