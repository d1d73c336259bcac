import { randomUUID } from 'node:crypto';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionPreview,
  ActionView,
  FlinkAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import path from 'node:path';
import { CALLERS, permissions } from './callers';
import { clickstreamJobs, FLINK } from './clickstreamJobs';
import { eventually } from './eventually';
import { operatorOf, sentence } from './operatorOf';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const USER = 'user:default/operator';
const RESTORE = {
  action: 'restore',
  savepointFirst: true,
  allowNonRestoredState: false,
} as const;

/** A real API server with a simulated Flink operator, and a portal that may act. */
describe('an action', () => {
  let world: World;
  let backend: TestBackend;
  const { get, post } = operatorOf(() => backend);
  const {
    job,
    running,
    snapshot,
    snapshotNames,
    completedSnapshot,
    rememberedSnapshot,
  } = clickstreamJobs(() => world, { get });

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    backend = await startPortal(world, permissions.factory);
    await running('sessionize');
    await running('alerting');
  }, 300_000);

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  describe('suspends a job and lets it go on', () => {
    let savepoint: string;

    it('with a savepoint, and the name of who asked', async () => {
      const { plan, commands, values } = await preview({ action: 'suspend' });
      expect(plan.effects[0]).toBe(
        'The operator takes a savepoint and stops the job with it.',
      );
      expect(plan.refusal).toBeUndefined();
      expect(commands[0]).toContain(
        `kubectl --namespace ${NAMESPACE} patch flinkdeployment.flink.apache.org/clickstream-sessionize`,
      );
      expect(values).toEqual([
        { path: ['flink', 'jobs', 'sessionize', 'suspended'], value: true },
      ]);
      const view = await done(await act({ action: 'suspend' }));
      expect(view).toMatchObject({ by: USER, stepsDone: 2, state: 'done' });
      const { metadata, spec, status } = await job('sessionize');
      expect(spec.job.state).toBe('suspended');
      expect(metadata.annotations).toMatchObject({
        'headworks.dev/requested-by': USER,
        'headworks.dev/action': view.id,
      });
      savepoint = status!.jobStatus.upgradeSavepointPath!;
      expect(savepoint).toMatch(/savepoint-/);
    });

    it.each(['helm3', 'helm4'] as const)(
      'which %s leaves alone at the next upgrade',
      async version => {
        await new Helm({ binary: world.binaries[version] }).upgradeInstall({
          dir: path.join(world.home, 'clickstream'),
          release: 'clickstream',
          namespace: NAMESPACE,
          values: ['values-dev.yaml'],
          kubeconfig: world.cluster.adminKubeconfig,
        });
        expect((await job('sessionize')).spec.job.state).toBe('suspended');
      },
    );

    it('from where it stopped', async () => {
      const { plan } = await preview({ action: 'resume' });
      expect(plan.startsFrom).toEqual({
        kind: 'savepoint',
        path: savepoint,
        sentence: 'The savepoint that it stopped with.',
      });
      await done(await act({ action: 'resume' }));
      const { status } = await job('sessionize');
      expect(status?.jobStatus).toMatchObject({
        state: 'RUNNING',
        upgradeSavepointPath: savepoint,
      });
    });
  });

  it('restarts a job', async () => {
    const view = await done(await act({ action: 'restart' }));
    expect(view.steps).toEqual([
      'Change FlinkDeployment clickstream-sessionize',
      'Wait until the job runs, 15 minutes at most',
    ]);
    expect((await job('sessionize')).spec.restartNonce).toBe(1);
  });

  it('restores a job from a savepoint, after it has taken one', async () => {
    await done(await act({ action: 'savepoint' }));
    const { path: chosen } = await completedSnapshot();
    const restored = await done(await act({ ...RESTORE, path: chosen! }));
    expect(restored.steps).toEqual([
      expect.stringMatching(/^Create FlinkStateSnapshot clickstream-sess/),
      'Wait until the savepoint is complete, 30 minutes at most',
      'Change FlinkDeployment clickstream-sessionize',
      'Wait until the job runs, 15 minutes at most',
    ]);
    expect((await job('sessionize')).spec.job).toMatchObject({
      initialSavepointPath: chosen,
      savepointRedeployNonce: 1,
    });
    expect(await snapshotNames()).toHaveLength(2);
  });

  it('takes a savepoint by the name, in the folder and the format that are asked for', async () => {
    await running('sessionize');
    const folder = 's3://playground/kept';
    const name = 'before-black-friday';
    const wish = { action: 'savepoint', name, folder } as const;
    await done(await act({ ...wish, format: 'native' }));
    expect((await snapshot(name)).spec.savepoint).toMatchObject({
      path: folder,
      formatType: 'NATIVE',
    });
    const { path: written } = await completedSnapshot(/^before-black-friday$/);
    expect(written).toMatch(/^s3:\/\/playground\/kept\/savepoint-/);
    const again = await preview(wish);
    expect(again.plan.refusal?.sentence).toBe(
      'There is a snapshot before-black-friday already.',
    );
  });

  it('deletes a savepoint with its files, on purpose only', async () => {
    const { name } = await completedSnapshot(/^before-black-friday$/);
    const action = { action: 'delete-snapshot', name } as const;
    const { plan } = await preview(action);
    const known = plan.traps.map(({ id }) => id);
    expect(known).toContain('deletes-data');
    await expect(act(action)).rejects.toThrow('say that you know');
    expect(await snapshotNames()).toContain(name);
    const { steps, stepsDone } = await done(await act(action, known));
    expect(stepsDone).toBe(steps.length);
    expect(await snapshotNames()).not.toContain(name);
    const gone = await eventually(
      () => rememberedSnapshot(name),
      one => one?.state === 'deleted',
    );
    expect(gone?.source).toBe('history');
    const { plan: restore } = await preview({ ...RESTORE, path: gone!.path! });
    expect(restore.refusal?.sentence).toBe(
      `Snapshot ${name} is deleted; a job starts only from a completed one.`,
    );
  });

  it('is done once, however often it is sent', async () => {
    const before = await snapshotNames();
    const action = { action: 'savepoint' } as const;
    const keys = Array.from({ length: 100 }, () => randomUUID());
    const orders = await Promise.all(
      keys.map(async key => ({
        key,
        fingerprint: (
          await preview(action, { key, job: 'alerting' })
        ).fingerprint,
      })),
    );
    const answers = await Promise.all(
      [...orders, ...orders].map(order =>
        send(action, { ...order, job: 'alerting' }),
      ),
    );
    const refused = await Promise.all(
      answers.filter(({ ok }) => !ok).map(sentence),
    );
    expect(refused).toEqual([]);
    const after = await snapshotNames();
    expect(after.length - before.length).toBe(100);
    const { items } = await eventually(
      () => get<ActionList>('/jobs/default/clickstream-alerting/actions'),
      list => list.items.every(({ state }) => state !== 'running'),
    );
    expect(items).toHaveLength(50);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['done']));
  });

  describe('is refused', () => {
    it('where the job is no longer as it was looked at', async () => {
      const key = randomUUID();
      const seen = await preview({ action: 'suspend' }, { key });
      await world.cluster.client.merge(
        `${FLINK}/flinkdeployments/clickstream-sessionize`,
        { spec: { restartNonce: 7 } },
      );
      const response = await send({ action: 'suspend' }, { ...seen, key });
      expect(response.status).toBe(409);
      // The operator may have stopped the job for the change by then.
      expect(await sentence(response)).toMatch(
        /^(Something changed since you looked; nothing was done\.|It has finished)/,
      );
      expect((await job('sessionize')).spec.job.state).not.toBe('suspended');
      await running('sessionize');
    });

    it('for all but one of those who act at once', async () => {
      const keys = Array.from({ length: 5 }, () => randomUUID());
      const seen = await Promise.all(
        keys.map(key => preview({ action: 'restart' }, { key })),
      );
      const answers = await Promise.all(
        keys.map((key, i) => send({ action: 'restart' }, { ...seen[i], key })),
      );
      const views = await Promise.all(
        answers.map(async answer =>
          answer.ok ? ((await answer.json()) as ActionView) : undefined,
        ),
      );
      const outcomes = await Promise.all(
        views.flatMap(view => (view ? [ended(view)] : [])),
      );
      expect(outcomes.filter(view => view.state === 'done')).toHaveLength(1);
      expect((await job('sessionize')).spec.restartNonce).toBe(8);
    });

    it('until somebody says to know what it does', async () => {
      const { path: chosen } = await completedSnapshot(/^clickstream-/);
      const action = { ...RESTORE, savepointFirst: false, path: chosen! };
      const key = randomUUID();
      const seen = await preview(action, { key });
      const refused = await send(action, { ...seen, key });
      expect(refused.status).toBe(400);
      expect(await sentence(refused)).toContain(
        'acknowledged: say that you know "no-savepoint-first": The running job is cancelled without a savepoint.',
      );
      const key2 = randomUUID();
      const again = await preview(action, { key: key2 });
      const accepted = await send(action, {
        ...again,
        key: key2,
        acknowledged: ['no-savepoint-first'],
      });
      expect(accepted.status).toBe(201);
      await ended(await accepted.json());
    });

    it.each([
      [{ action: 'resume' }, 'It is not suspended.'],
      [
        { ...RESTORE, path: 'http://elsewhere/x' },
        'does not begin with a scheme',
      ],
      [{ ...RESTORE, path: 's3://a/../b' }, 'has a part ".."'],
    ] as Array<[FlinkAction, string]>)('for %j', async (action, expected) => {
      const key = randomUUID();
      const seen = await preview(action, { key });
      expect(seen.plan.refusal?.sentence).toContain(expected);
      expect(seen.commands).toEqual([]);
      const response = await send(action, { ...seen, key });
      expect(response.status).toBe(409);
      expect(await sentence(response)).toContain(expected);
    });

    it.each([
      [
        'without the permission',
        CALLERS.viewer,
        403,
        'data-pipelines.job.suspend',
      ],
      ['without a user', CALLERS.external, 403, ''],
      ['without a name', CALLERS.nobody, 401, ''],
    ])('%s', async (_, caller, status, expected) => {
      const response = await post(
        '/jobs/default/clickstream-sessionize/actions/preview',
        {
          environment: 'dev',
          action: { action: 'suspend' },
          key: randomUUID(),
        },
        caller,
      );
      expect(response.status).toBe(status);
      expect(await sentence(response)).toContain(expected);
    });

    it.each([
      [{ environment: 'prod' }, 'choose one of dev'],
      [{ key: 'x' }, 'key'],
      [{ action: { action: 'explode' } }, 'action'],
      [{ action: { action: 'restore' } }, 'path'],
    ])('for a question with %j', async (change, expected) => {
      const response = await post(
        '/jobs/default/clickstream-sessionize/actions/preview',
        {
          environment: 'dev',
          action: { action: 'suspend' },
          key: randomUUID(),
          ...change,
        },
      );
      expect(response.status).toBe(400);
      expect(await sentence(response)).toContain(expected);
    });

    it('where Argo CD keeps the job as Git has it', async () => {
      const at = `${FLINK}/flinkdeployments/clickstream-alerting`;
      const label = 'argocd.argoproj.io/instance';
      await world.cluster.client.merge(at, {
        metadata: { labels: { [label]: 'clickstream-dev' } },
      });
      const seen = await preview({ action: 'suspend' }, { job: 'alerting' });
      expect(seen.plan.refusal?.sentence).toContain(
        "Argo CD's application clickstream-dev keeps this job as Git has it",
      );
      expect(seen.values).toEqual([
        { path: ['flink', 'jobs', 'alerting', 'suspended'], value: true },
      ]);
      await world.cluster.client.merge(at, {
        metadata: { labels: { [label]: null } },
      });
    });
  });

  interface Sent {
    job?: string;
    key?: string;
    fingerprint?: string;
    acknowledged?: string[];
  }

  const at = ({ job: name = 'sessionize' }: Sent) =>
    `/jobs/default/clickstream-${name}/actions`;

  async function preview(
    action: FlinkAction,
    sent: Sent = {},
  ): Promise<ActionPreview> {
    const { key = randomUUID() } = sent;
    const response = await post(`${at(sent)}/preview`, {
      environment: 'dev',
      action,
      key,
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  function send(action: FlinkAction, sent: Sent) {
    const { key, fingerprint, acknowledged = [] } = sent;
    return post(at(sent), {
      environment: 'dev',
      action,
      key,
      fingerprint,
      acknowledged,
    });
  }

  /** Looks, then does it. */
  async function act(
    action: FlinkAction,
    acknowledged?: string[],
  ): Promise<ActionView> {
    const key = randomUUID();
    const { fingerprint } = await preview(action, { key });
    const response = await send(action, { key, fingerprint, acknowledged });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  async function ended({ id }: ActionView): Promise<ActionView> {
    return eventually(
      async () => {
        const { items } = await get<ActionList>(at({}));
        return items.find(item => item.id === id)!;
      },
      ({ state }) => state !== 'running',
    );
  }

  async function done(view: ActionView): Promise<ActionView> {
    const end = await ended(view);
    expect(end).toMatchObject({ state: 'done' });
    return end;
  }
});
