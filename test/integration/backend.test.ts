import {
  mockCredentials,
  mockServices,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ActionPreview,
  JobStateView,
  PipelineList,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { KubernetesObject } from '../cluster/client';
import { eventually } from './eventually';
import { startPortal } from './startPortal';
import { NAMESPACE, readSample, startWorld, World } from './world';

const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}`;

/** Catalog, Kubernetes plugin and ours, as a portal has them, over a real API server. */
describe('the backend', () => {
  let world: World;
  let backend: TestBackend;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  });

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    backend = await startPortal(world, permissions.factory);
  });

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  it('lists the pipelines with the verdict of their objects', async () => {
    const { items } = await eventually(
      () => get<PipelineList>('/pipelines'),
      list =>
        list.clusters[0]?.status === 'live' &&
        verdictIn(list, 'clickstream') === 'Healthy' &&
        verdictIn(list, 'payments') === 'Degraded',
    );
    const payments = items.find(({ name }) => name === 'payments')!;
    expect(payments.engines).toEqual(['kafka', 'flink']);
    expect(payments.verdict.message).toMatch(/image .* cannot be pulled/);
    expect(payments.verdict.nextStep).toBeTruthy();
  });

  it('answers without asking the cluster', async () => {
    const before = await listRequests();
    expect(before).toBeGreaterThan(0);
    for (let i = 0; i < 20; i++) {
      await get('/pipelines');
      await get('/pipelines/default/clickstream');
      await get('/jobs/default/clickstream-sessionize/state');
    }
    expect(await listRequests()).toBe(before);
  });

  it.each([
    '/pipelines',
    '/pipelines/default/clickstream',
    '/jobs/default/clickstream-sessionize',
    '/jobs/default/clickstream-sessionize/state',
  ])('says of %s that the browser has it already', async at => {
    await eventually(
      async () => {
        const etag = (await request(at)).headers.get('etag');
        const again = await request(at, backend, {
          headers: { 'If-None-Match': etag ?? '' },
        });
        return again.status;
      },
      status => status === 304,
    );
    const other = await request(at, backend, {
      headers: { 'If-None-Match': 'W/"another"' },
    });
    expect(other.status).toBe(200);
  });

  it('shows a change of the cluster within two seconds', async () => {
    const topic = '/apis/kafka.strimzi.io/v1/namespaces/kafka/kafkatopics';
    const began = Date.now();
    await world.cluster.client.delete(`${topic}/alerts`);
    const view = await eventually(
      () => get<PipelineView>('/pipelines/default/clickstream'),
      ({ verdict }) => verdict.health === 'Missing',
    );
    expect(Date.now() - began).toBeLessThan(2000);
    expect(view.verdict.message).toContain('alerts');
    await world.install('clickstream');
  });

  it('keeps another team’s object off the page, whatever its label says', async () => {
    const client = world.cluster.client;
    await client.apply('/api/v1/namespaces/elsewhere', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'elsewhere' },
    });
    const own = await client.get<KubernetesObject>(
      `${FLINK}/flinkdeployments/clickstream-alerting`,
    );
    await client.create(
      '/apis/flink.apache.org/v1beta1/namespaces/elsewhere/flinkdeployments',
      {
        ...own,
        metadata: {
          name: 'clickstream-alerting',
          namespace: 'elsewhere',
          labels: own.metadata.labels,
        },
        spec: {
          ...(own as KubernetesObject & { spec: object }).spec,
          image: 'none',
        },
        status: undefined,
      },
    );
    await new Promise(resolve => setTimeout(resolve, 500));
    const view = await get<PipelineView>('/pipelines/default/clickstream');
    const jobs = view.environments[0].jobs;
    expect(jobs).toHaveLength(2);
    expect(jobs.map(({ object }) => object?.namespace)).toEqual([
      NAMESPACE,
      NAMESPACE,
    ]);
  });

  it('says what is possible where the portal has no writing credential', async () => {
    const reader = await startPortal(world, permissions.factory, {
      write: false,
    });
    try {
      await eventually(
        () => get<PipelineList>('/pipelines', reader),
        list => verdictIn(list, 'clickstream') === 'Healthy',
      );
      const job = '/jobs/default/clickstream-sessionize';
      const view = await get<JobStateView>(`${job}/state`, reader);
      expect(view.environments[0].savepointRefusal).toContain(
        'dataPipelines.clusters[].write',
      );
      const question = {
        environment: 'dev',
        action: { action: 'savepoint' },
        key: 'only-reads',
      };
      const preview = await post(`${job}/actions/preview`, question, reader);
      const { plan, commands, fingerprint } =
        (await preview.json()) as ActionPreview;
      expect(plan.refusal?.sentence).toContain(
        'The portal may only read in cluster playground',
      );
      expect(commands[0]).toContain('kubectl create --filename -');
      const response = await post(
        `${job}/actions`,
        { ...question, fingerprint, acknowledged: [] },
        reader,
      );
      expect(response.status).toBe(409);
    } finally {
      await reader.stop();
    }
  });

  it('answers 404 for what is no pipeline', async () => {
    const response = await request('/pipelines/default/nothing');
    expect(response.status).toBe(404);
    expect((await response.json()).error.message).toContain(
      'component:default/nothing is not in the catalog, or you may not see it',
    );
  });

  it('wants a signed-in user', async () => {
    const port = backend.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/data-pipelines/pipelines`,
      { headers: { Authorization: mockCredentials.none.header() } },
    );
    expect(response.status).toBe(401);
  });

  it('says since when a cluster is silent, and keeps what it knew', async () => {
    await world.cluster.stop();
    const { clusters, environments } = await eventually(
      () => get<PipelineView>('/pipelines/default/clickstream'),
      view => view.clusters[0].status === 'unreachable',
    );
    expect(clusters[0].error).toMatch(
      /^Cluster playground does not answer: the con/,
    );
    expect(Date.parse(clusters[0].asOf!)).toBeLessThanOrEqual(Date.now());
    expect(environments[0].jobs).toHaveLength(2);
    expect(environments[0].jobs[0].report.message).toBe('The job runs');
  });

  function request(at: string, from = backend, init: RequestInit = {}) {
    return fetch(
      `http://localhost:${from.server.port()}/api/data-pipelines${at}`,
      {
        ...init,
        headers: {
          Authorization: mockCredentials.user.header(),
          'Content-Type': 'application/json',
          ...init.headers,
        },
      },
    );
  }

  async function get<T>(at: string, from = backend): Promise<T> {
    const response = await request(at, from);
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }

  function post(at: string, body: object, from = backend) {
    return request(at, from, { method: 'POST', body: JSON.stringify(body) });
  }

  /** LIST requests for our kinds, as the API server counts them. */
  async function listRequests(): Promise<number> {
    const text = (await world.cluster.client.get('/metrics')) as unknown;
    return (text as string)
      .split('\n')
      .filter(
        line =>
          line.startsWith('apiserver_request_total{') &&
          /resource="(flinkdeployments|flinkstatesnapshots|kafkatopics|pods)"/.test(
            line,
          ) &&
          line.includes('verb="LIST"'),
      )
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }
});

function verdictIn(list: PipelineList, pipeline: string) {
  return list.items.find(({ name }) => name === pipeline)?.verdict.health;
}
