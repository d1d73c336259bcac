import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionPreview,
  ActionView,
  JobAction,
  JobPageView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { KubernetesObject } from '../cluster/client';
import { CALLERS, permissions } from './callers';
import { eventually } from './eventually';
import { operatorOf, sentence } from './operatorOf';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const SPARK = `/apis/sparkoperator.k8s.io/v1beta2/namespaces/${NAMESPACE}`;
const SCHEDULE = `${SPARK}/scheduledsparkapplications/reporting-daily-report`;
const BACKFILL = `${SPARK}/sparkapplications/reporting-backfill`;
const SCHEDULED_BY = 'sparkoperator.k8s.io/scheduled-app-name';
const FAIL = 'simulated.headworks.dev/fail';
const USER = 'user:default/operator';

interface Spark extends KubernetesObject {
  spec: { suspend?: boolean; template?: object };
  status?: {
    executionAttempts?: number;
    applicationState?: { state?: string };
  };
}

/** A real API server with a simulated Spark operator, and a portal that may act. */
describe('an action on a Spark job', () => {
  let world: World;
  let backend: TestBackend;
  const { get, post } = operatorOf(() => backend);

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    await world.generate(readSample('reporting'));
    await world.install('reporting');
    backend = await startPortal(world, permissions.factory, {
      write: true,
      samples: ['reporting'],
    });
    await state(BACKFILL, 'RUNNING');
    for (const job of ['daily-report', 'backfill']) {
      await eventually(
        () =>
          get<JobPageView>(`/jobs/default/reporting-${job}`).catch(
            // The catalog reads its files when it has started.
            () => undefined,
          ),
        view => Boolean(view?.environments[0]?.job.object),
      );
    }
  }, 300_000);

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  describe('with a schedule', () => {
    it('runs it now, as the operator would, and once', async () => {
      const key = randomUUID();
      const action = { action: 'run' } as const;
      const seen = await preview('daily-report', action, key);
      expect(seen.values).toEqual([]);
      // What an application is told may be secret: a preview names it only.
      expect(JSON.stringify(seen)).not.toContain('report.py');
      const answers = await Promise.all(
        Array.from({ length: 10 }, () =>
          send('daily-report', action, { key, ...seen }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        Array.from({ length: 10 }, () => 201),
      );
      const view = await done('daily-report', await answers[0].json());
      const [run, ...more] = await runs();
      expect(more).toEqual([]);
      const schedule = await world.cluster.client.get<Spark>(SCHEDULE);
      expect(run.spec).toEqual(schedule.spec.template);
      expect(run.metadata).toMatchObject({
        labels: {
          ...schedule.metadata.labels,
          [SCHEDULED_BY]: 'reporting-daily-report',
        },
        annotations: {
          'headworks.dev/requested-by': USER,
          'headworks.dev/action': view.id,
        },
        ownerReferences: [
          expect.objectContaining({
            kind: 'ScheduledSparkApplication',
            uid: schedule.metadata.uid,
          }),
        ],
      });
    });

    it('runs no second one where the schedule forbids it', async () => {
      // The run before may have ended by now.
      const name = 'reporting-daily-report-by-hand';
      const schedule = await world.cluster.client.get<Spark>(SCHEDULE);
      await world.cluster.client.create(`${SPARK}/sparkapplications`, {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name,
          namespace: NAMESPACE,
          labels: { [SCHEDULED_BY]: 'reporting-daily-report' },
          annotations: { [FAIL]: 'executors' },
        },
        spec: schedule.spec.template,
      });
      const refused = await eventually(
        () => preview('daily-report', { action: 'run' }),
        ({ plan }) => Boolean(plan.refusal?.sentence.includes(name)),
      );
      expect(refused.plan.refusal?.sentence).toContain('forbids two runs');
      expect(refused.commands).toEqual([]);
      await world.cluster.client.delete(`${SPARK}/sparkapplications/${name}`);
    });

    it('pauses it, which helm upgrade leaves alone, and lets it go on', async () => {
      const seen = await preview('daily-report', { action: 'suspend' });
      expect(seen.values).toEqual([
        { path: ['spark', 'jobs', 'daily-report', 'suspend'], value: true },
      ]);
      await act('daily-report', { action: 'suspend' });
      const suspended = await world.cluster.client.get<Spark>(SCHEDULE);
      expect(suspended.spec.suspend).toBe(true);
      expect(suspended.metadata.annotations).toMatchObject({
        'headworks.dev/requested-by': USER,
      });
      for (const version of ['helm3', 'helm4'] as const) {
        await new Helm({ binary: world.binaries[version] }).upgradeInstall({
          dir: path.join(world.home, 'reporting'),
          release: 'reporting',
          namespace: NAMESPACE,
          values: ['values-dev.yaml'],
          kubeconfig: world.cluster.adminKubeconfig,
        });
        const { spec } = await world.cluster.client.get<Spark>(SCHEDULE);
        expect(spec.suspend).toBe(true);
      }
      await act('daily-report', { action: 'resume' });
      const { spec } = await world.cluster.client.get<Spark>(SCHEDULE);
      expect(spec.suspend).toBe(false);
    });
  });

  describe('without one', () => {
    it('stops it only for who knows that it starts over', async () => {
      const key = randomUUID();
      const action = { action: 'suspend' } as const;
      const seen = await preview('backfill', action, key);
      const refused = await send('backfill', action, { key, ...seen });
      expect(refused.status).toBe(400);
      expect(await sentence(refused)).toContain('"starts-over"');
      expect((await at(BACKFILL)).spec.suspend).toBeUndefined();
    });

    it('stops it, and starts it as a new attempt', async () => {
      await act('backfill', { action: 'suspend' }, ['starts-over']);
      expect((await at(BACKFILL)).status?.applicationState?.state).toBe(
        'SUSPENDED',
      );
      await act('backfill', { action: 'resume' });
      const { status } = await at(BACKFILL);
      expect(status).toMatchObject({
        executionAttempts: 2,
        applicationState: { state: 'RUNNING' },
      });
    });

    it('does not run one again that works', async () => {
      const { plan } = await preview('backfill', { action: 'run' });
      expect(plan.refusal?.sentence).toContain('It has not ended');
    });

    it('runs one again that has ended, as an object of its own', async () => {
      await world.cluster.client.merge(BACKFILL, {
        metadata: { annotations: { [FAIL]: null } },
      });
      await state(BACKFILL, 'COMPLETED');
      const before = await at(BACKFILL);
      const view = await act('backfill', { action: 'run' });
      const name = `reporting-backfill-${view.id.slice(0, 10)}`;
      const again = await at(`${SPARK}/sparkapplications/${name}`);
      expect(again.metadata.ownerReferences).toBeUndefined();
      const { suspend, ...spec } = before.spec;
      expect(suspend).toBe(false);
      expect(again.spec).toEqual(spec);
      expect((await at(BACKFILL)).metadata.resourceVersion).toBe(
        before.metadata.resourceVersion,
      );
      const page = await eventually(
        () => get<JobPageView>('/jobs/default/reporting-backfill'),
        ({ environments }) => environments[0].job.object?.name === name,
      );
      expect(page.environments[0].job.object?.name).toBe(name);
    });
  });

  describe('is refused', () => {
    it('where the schedule was changed meanwhile', async () => {
      const key = randomUUID();
      const action = { action: 'run' } as const;
      const seen = await eventually(
        () => preview('daily-report', action, key),
        ({ plan }) => !plan.refusal,
      );
      await world.cluster.client.merge(SCHEDULE, {
        spec: { template: { arguments: ['--other'] } },
      });
      const response = await send('daily-report', action, { key, ...seen });
      expect(response.status).toBe(409);
      expect(await sentence(response)).toContain('nothing was done');
    });

    it.each([
      ['without the permission', CALLERS.viewer, 403],
      ['without a user', CALLERS.external, 403],
    ])('%s', async (_, caller, status) => {
      const response = await post(
        '/jobs/default/reporting-backfill/actions/preview',
        { environment: 'dev', action: { action: 'run' }, key: randomUUID() },
        caller,
      );
      expect(response.status).toBe(status);
    });

    it('where it is one of Flink', async () => {
      const { plan } = await preview('backfill', { action: 'savepoint' });
      expect(plan.refusal?.sentence).toContain('no savepoints');
    });

    it('where Argo CD keeps it as Git has it; a run is none of Git', async () => {
      const label = 'argocd.argoproj.io/instance';
      await world.cluster.client.merge(SCHEDULE, {
        metadata: { labels: { [label]: 'reporting-dev' } },
      });
      const suspend = await preview('daily-report', { action: 'suspend' });
      expect(suspend.plan.refusal?.sentence).toContain('reporting-dev');
      const run = await preview('daily-report', { action: 'run' });
      expect(run.plan.refusal).toBeUndefined();
    });
  });

  async function preview(
    job: string,
    action: JobAction,
    key: string = randomUUID(),
  ): Promise<ActionPreview> {
    const response = await post(
      `/jobs/default/reporting-${job}/actions/preview`,
      { environment: 'dev', action, key },
    );
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  function send(
    job: string,
    action: JobAction,
    sent: { key: string; fingerprint: string; acknowledged?: string[] },
  ) {
    const { key, fingerprint, acknowledged = [] } = sent;
    return post(`/jobs/default/reporting-${job}/actions`, {
      environment: 'dev',
      action,
      key,
      fingerprint,
      acknowledged,
    });
  }

  /** Looks, then does it. */
  async function act(
    job: string,
    action: JobAction,
    acknowledged: string[] = [],
  ): Promise<ActionView> {
    const key = randomUUID();
    const { fingerprint } = await preview(job, action, key);
    const response = await send(job, action, {
      key,
      fingerprint,
      acknowledged,
    });
    if (!response.ok) throw new Error(await response.text());
    return done(job, await response.json());
  }

  async function done(job: string, { id }: ActionView): Promise<ActionView> {
    const end = await eventually(
      async () => {
        const { items } = await get<ActionList>(
          `/jobs/default/reporting-${job}/actions`,
        );
        return items.find(item => item.id === id)!;
      },
      view => view.state !== 'running',
    );
    expect(end).toMatchObject({ state: 'done', by: USER });
    return end;
  }

  function at(where: string): Promise<Spark> {
    return world.cluster.client.get<Spark>(where);
  }

  async function state(where: string, wanted: string) {
    await eventually(
      () => at(where),
      ({ status }) => status?.applicationState?.state === wanted,
    );
  }

  async function runs(): Promise<Spark[]> {
    const { items } = await world.cluster.client.list<Spark>(
      `${SPARK}/sparkapplications?labelSelector=${SCHEDULED_BY}=reporting-daily-report`,
    );
    return items;
  }
});
