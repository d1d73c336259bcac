import { randomUUID } from 'node:crypto';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  ActionList,
  ActionView,
  JobPageView,
  PipelineActionName,
  PipelineActionPreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { KubernetesObject } from '../cluster/client';
import { CALLERS, permissions } from './callers';
import { eventually } from './eventually';
import { operatorOf, sentence } from './operatorOf';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments`;
const SPARK = `/apis/sparkoperator.k8s.io/v1beta2/namespaces/${NAMESPACE}`;
const SESSIONIZE = `${FLINK}/clickstream-sessionize`;
const ALERTING = `${FLINK}/clickstream-alerting`;
/** Of an order that nobody has looked at. */
const UNSEEN = { fingerprint: 'none', acknowledged: [] };
const USER = 'user:default/operator';

interface Job extends KubernetesObject {
  spec: { job: { state?: string } };
  status?: {
    observedGeneration?: number;
    lifecycleState: string;
    jobStatus: { state: string; upgradeSavepointPath?: string };
    reconciliationStatus: { reconciliationTimestamp: number };
  };
}

interface Spark extends KubernetesObject {
  spec: { suspend?: boolean };
  status?: { applicationState?: { state?: string } };
}

/** A real API server with simulated operators, and a portal that may act. */
describe('an action on a whole pipeline', () => {
  let world: World;
  let backend: TestBackend;
  const { get, post } = operatorOf(() => backend);

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    const samples = ['clickstream', 'reporting'];
    for (const sample of samples) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    backend = await startPortal(world, permissions.factory, {
      write: true,
      samples,
    });
    for (const job of [
      'clickstream-sessionize',
      'clickstream-alerting',
      'reporting-backfill',
      'reporting-daily-report',
    ]) {
      await eventually(
        () =>
          get<JobPageView>(`/jobs/default/${job}`).catch(
            // The catalog reads its files when it has started.
            () => undefined,
          ),
        view => Boolean(view?.environments[0]?.job.object),
      );
    }
    await bothRun();
  }, 300_000);

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  it('says what it will do with each job, in their order', async () => {
    const { plan, commands } = await preview('stop');
    expect(plan.refusal).toBeUndefined();
    expect(plan.turns.map(({ job }) => job)).toEqual([
      'sessionize',
      'alerting',
    ]);
    expect(plan.turns[1].plan?.effects[0]).toBe(
      'The operator takes a savepoint and stops the job with it.',
    );
    expect(plan.turns[1].values).toEqual([
      { path: ['flink', 'jobs', 'alerting', 'suspended'], value: true },
    ]);
    expect(commands).toHaveLength(6);
    const start = await preview('start');
    expect(start.plan.turns).toEqual([
      { job: 'alerting', already: 'It runs already.', values: [] },
      { job: 'sessionize', already: 'It runs already.', values: [] },
    ]);
  });

  describe('stops and starts', () => {
    it('who writes first, with savepoints and the name of who asked', async () => {
      const view = await act('stop');
      const end = await done(view);
      expect(end.steps).toEqual([
        'sessionize: Wait until the job runs and can take a savepoint, 5 minutes at most',
        'sessionize: Change FlinkDeployment clickstream-sessionize',
        'sessionize: Wait until the job has stopped, 30 minutes at most',
        'alerting: Wait until the job runs and can take a savepoint, 5 minutes at most',
        'alerting: Change FlinkDeployment clickstream-alerting',
        'alerting: Wait until the job has stopped, 30 minutes at most',
      ]);
      const jobs = await Promise.all([job(SESSIONIZE), job(ALERTING)]);
      for (const { spec, status, metadata } of jobs) {
        expect(spec.job.state).toBe('suspended');
        expect(status?.jobStatus.upgradeSavepointPath).toMatch(/savepoint-/);
        expect(metadata.annotations).toMatchObject({
          'headworks.dev/requested-by': USER,
          'headworks.dev/action': view.id,
        });
      }
      expect(takenUp(jobs[0])).toBeLessThan(takenUp(jobs[1]));
    });

    it('nothing that has stopped, and is done at once', async () => {
      const before = await job(ALERTING);
      const { plan } = await preview('stop');
      expect(plan.turns.map(({ already }) => already)).toEqual([
        'It is suspended already.',
        'It is suspended already.',
      ]);
      expect(await act('stop')).toMatchObject({ state: 'done', steps: [] });
      expect((await job(ALERTING)).metadata.generation).toBe(
        before.metadata.generation,
      );
    });

    it('who reads first, from where each stopped, once', async () => {
      const savepoint = (await job(ALERTING)).status!.jobStatus
        .upgradeSavepointPath;
      const asked = question('start');
      const { plan, fingerprint } = await preview('start', asked);
      expect(plan.turns.map(one => one.job)).toEqual([
        'alerting',
        'sessionize',
      ]);
      expect(plan.turns[0].plan?.startsFrom).toMatchObject({ path: savepoint });
      const order = { ...asked, fingerprint, acknowledged: [] };
      const answers = await Promise.all([send(order), send(order)]);
      const views: ActionView[] = await Promise.all(
        answers.filter(({ ok }) => ok).map(answer => answer.json()),
      );
      expect(new Set(views.map(({ id }) => id)).size).toBe(1);
      await done(views[0]);
      const jobs = await Promise.all([job(ALERTING), job(SESSIONIZE)]);
      expect(takenUp(jobs[0])).toBeLessThan(takenUp(jobs[1]));
      expect(jobs[0].status?.jobStatus).toMatchObject({
        state: 'RUNNING',
        upgradeSavepointPath: savepoint,
      });
      await bothRun();
    });
  });

  it('ends at the first job that fails, and goes on from there when asked again', async () => {
    await done(await act('stop'));
    // The first one takes its time; meanwhile somebody changes the second.
    await fail(ALERTING, 'crash-loop');
    const view = await act('start');
    expect(view).toMatchObject({ state: 'running', stepsDone: 1 });
    const stop = await send({ ...question('stop'), ...UNSEEN });
    expect(await sentence(stop)).toContain(`${USER} asked for start a moment`);
    const resume = await post('/jobs/default/clickstream-sessionize/actions', {
      ...question('resume'),
      ...UNSEEN,
    });
    expect(await sentence(resume)).toContain(
      `${USER} asked for start of component:default/clickstream a moment`,
    );
    await world.cluster.client.merge(SESSIONIZE, { spec: { restartNonce: 4 } });
    await fail(ALERTING, null);
    expect(await ended(view)).toMatchObject({
      state: 'failed',
      stepsDone: 2,
      sentence:
        'sessionize: FlinkDeployment clickstream-sessionize was changed by somebody else meanwhile. It is left as it is; look at it again.',
    });
    const alerting = await job(ALERTING);
    expect(alerting.status?.jobStatus.state).toBe('RUNNING');
    expect((await job(SESSIONIZE)).spec.job.state).toBe('suspended');

    const { plan } = await eventually(
      () => preview('start'),
      // The operator looks at what was changed.
      ({ plan: now }) => !now.refusal,
    );
    expect(plan.turns[0].already).toBe('It runs already.');
    const again = await done(await act('start'));
    expect(again.steps).toHaveLength(2);
    await bothRun();
    expect((await job(ALERTING)).metadata.generation).toBe(
      alerting.metadata.generation,
    );
  });

  it('stops jobs of Spark for who knows that one starts over', async () => {
    const asked = question('stop');
    const { plan, fingerprint } = await preview('stop', asked, 'reporting');
    expect(plan.turns.map(one => one.job)).toEqual([
      'backfill',
      'daily-report',
    ]);
    const order = { ...asked, fingerprint, acknowledged: ['starts-over'] };
    const refused = await send(order, 'reporting');
    expect(refused.status).toBe(400);
    expect(await sentence(refused)).toContain('"backfill/starts-over"');
    const accepted = await send(
      { ...order, acknowledged: ['backfill/starts-over'] },
      'reporting',
    );
    expect(accepted.status).toBe(201);
    await done(await accepted.json(), 'reporting');
    const schedule = `${SPARK}/scheduledsparkapplications/reporting-daily-report`;
    expect((await spark(schedule)).spec.suspend).toBe(true);
    const backfill = await spark(
      `${SPARK}/sparkapplications/reporting-backfill`,
    );
    expect(backfill.status?.applicationState?.state).toBe('SUSPENDED');
    await done(await act('start', 'reporting'), 'reporting');
    expect((await spark(schedule)).spec.suspend).toBe(false);
  });

  describe('is refused', () => {
    it('where Argo CD keeps one of the jobs as Git has it', async () => {
      const label = 'argocd.argoproj.io/instance';
      await world.cluster.client.merge(ALERTING, {
        metadata: { labels: { [label]: 'clickstream-dev' } },
      });
      const asked = question('stop');
      const seen = await preview('stop', asked);
      expect(seen.plan.refusal?.sentence).toContain(
        "alerting: Argo CD's application clickstream-dev",
      );
      expect(seen.commands).toEqual([]);
      const { fingerprint } = seen;
      const answer = await send({ ...asked, fingerprint, acknowledged: [] });
      expect(answer.status).toBe(409);
      expect(await sentence(answer)).toContain('values file');
      expect((await job(SESSIONIZE)).spec.job.state).not.toBe('suspended');
      await world.cluster.client.merge(ALERTING, {
        metadata: { labels: { [label]: null } },
      });
    });

    it('where a job is no longer as it was looked at', async () => {
      const asked = question('stop');
      const { fingerprint } = await preview('stop', asked);
      await world.cluster.client.merge(ALERTING, { spec: { restartNonce: 9 } });
      const answer = await send({ ...asked, fingerprint, acknowledged: [] });
      expect(answer.status).toBe(409);
      expect(await sentence(answer)).toContain('changed since you looked');
      await bothRun();
    });

    it.each([
      ['without the permission', CALLERS.viewer, 403, 'job.suspend'],
      ['without a user', CALLERS.external, 403, ''],
      ['without a name', CALLERS.nobody, 401, ''],
    ])('%s', async (_, caller, status, expected) => {
      const answer = await post(
        '/pipelines/default/clickstream/actions/preview',
        question('stop'),
        caller,
      );
      expect(answer.status).toBe(status);
      expect(await sentence(answer)).toContain(expected);
    });

    it.each([
      [{ environment: 'prod' }, 'choose one of dev'],
      [{ key: 'x' }, 'key'],
      [{ action: { action: 'savepoint' } }, 'action'],
    ])('for a question with %j', async (change, expected) => {
      const answer = await post(
        '/pipelines/default/clickstream/actions/preview',
        { ...question('stop'), ...change },
      );
      expect(answer.status).toBe(400);
      expect(await sentence(answer)).toContain(expected);
    });
  });

  function question(action: PipelineActionName | 'resume') {
    return { environment: 'dev', action: { action }, key: randomUUID() };
  }

  async function preview(
    action: PipelineActionName,
    asked = question(action),
    pipeline = 'clickstream',
  ): Promise<PipelineActionPreview> {
    const answer = await post(
      `/pipelines/default/${pipeline}/actions/preview`,
      asked,
    );
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  function send(order: object, pipeline = 'clickstream') {
    return post(`/pipelines/default/${pipeline}/actions`, order);
  }

  /** Looks, then does it. */
  async function act(
    action: PipelineActionName,
    pipeline?: string,
  ): Promise<ActionView> {
    const asked = question(action);
    const { fingerprint } = await preview(action, asked, pipeline);
    const answer = await send(
      { ...asked, fingerprint, acknowledged: [] },
      pipeline,
    );
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  async function ended({ id }: ActionView, pipeline = 'clickstream') {
    return eventually(
      async () => {
        const { items } = await get<ActionList>(
          `/pipelines/default/${pipeline}/actions`,
        );
        return items.find(item => item.id === id)!;
      },
      ({ state }) => state !== 'running',
    );
  }

  async function done(view: ActionView, pipeline?: string) {
    const end = await ended(view, pipeline);
    expect(end).toMatchObject({ state: 'done', by: USER });
    return end;
  }

  /** How the simulated operator is to fail. */
  async function fail(at: string, how: string | null) {
    await world.cluster.client.merge(at, {
      metadata: { annotations: { 'simulated.headworks.dev/fail': how } },
    });
  }

  function job(at: string): Promise<Job> {
    return world.cluster.client.get<Job>(at);
  }

  function spark(at: string): Promise<Spark> {
    return world.cluster.client.get<Spark>(at);
  }

  async function bothRun() {
    await runs(SESSIONIZE);
    await runs(ALERTING);
  }

  async function runs(at: string) {
    await eventually(
      () => job(at),
      ({ metadata, status }) =>
        status?.observedGeneration === metadata.generation &&
        status?.lifecycleState === 'STABLE' &&
        status?.jobStatus.state === 'RUNNING',
    );
  }
});

function takenUp({ status }: Job): number {
  return status!.reconciliationStatus.reconciliationTimestamp;
}
