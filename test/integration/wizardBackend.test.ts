import fs from 'node:fs';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ClusterList,
  KafkaClusterList,
  KafkaTopicList,
  NamespaceList,
  PipelineForm,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { readSample, startWorld, World } from './world';

const charts = path.resolve(__dirname, '../../charts');

const form: PipelineForm = {
  name: 'orders',
  owner: 'group:default/data-team',
  topics: [{ name: 'purchases', partitions: 3 }],
  flinkJobs: [
    {
      name: 'sum',
      image: 'flink:2.1',
      jar: 'local:///opt/flink/usrlib/sum.jar',
      reads: ['purchases'],
    },
  ],
  environment: 'dev',
  cluster: 'playground',
  namespace: 'pipelines',
  kafka: {
    cluster: 'analytics',
    namespace: 'kafka',
    bootstrapServers: 'analytics-kafka-bootstrap.kafka:9092',
  },
  storageUri: 's3://state/orders',
};

/** What the wizard asks of the backend, over a real API server and real Helm. */
describe('the backend of the wizard', () => {
  let world: World;
  let backend: TestBackend;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    await world.generate(readSample('clickstream'));
    await world.install('clickstream');
    backend = await startPortal({ helm: world.binaries.helm4 });
  });

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  describe('POST /preview', () => {
    it('says what a filled form would make', async () => {
      const preview = await json<PipelinePreview>(await post({ form }));
      expect(preview.problems).toEqual([]);
      expect(preview.dataflow.edges).toEqual([
        { from: 'topic/purchases', to: 'flink/sum' },
      ]);
      expect(preview.files.map(file => file.path)).toContain('values-dev.yaml');
      const [environment] = preview.environments;
      expect(environment).toMatchObject({ name: 'dev' });
      expect(environment.error).toBeUndefined();
      expect(environment.totals).toMatchObject({ pods: 2, unsized: [] });
      expect(environment.objects).toContainEqual({
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        namespace: 'pipelines',
        name: 'orders-sum',
      });
    });

    it('names problems by the form’s fields, and shows nothing else', async () => {
      const bad = { ...form, name: 'Orders', topics: [{ name: 'a b' }] };
      const preview = await json<PipelinePreview>(await post({ form: bad }));
      expect(preview.problems.map(problem => problem.path)).toContain(
        'About › Name',
      );
      expect(preview.files).toEqual([]);
      expect(preview.environments).toEqual([]);
    });

    it('names by a field, too, what only Helm finds', async () => {
      const preview = await json<PipelinePreview>(
        await post({ form: { ...form, environment: 'prod' } }),
      );
      expect(preview.problems).toEqual([
        {
          path: 'Where it runs › Kafka',
          problem: expect.stringContaining('in the clear'),
          remedy: expect.stringContaining('use an encrypted listener'),
        },
      ]);
    });

    it('answers many at once, the newest of each person', async () => {
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          post({ form: { ...form, name: `orders-${index}` } }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      // Two run, and of those that wait only the last one stays.
      expect(statuses.filter(status => status === 200)).toHaveLength(3);
      expect(statuses.filter(status => status === 409)).toHaveLength(3);
    });

    it.each([
      ['no form', {}, 400, 'form: is missing'],
      ['a list', { form: [] }, 400, 'form: is missing'],
      [
        'rows that are no list',
        { form: { ...form, topics: 'a' } },
        400,
        'form.topics: is no list of rows',
      ],
      [
        'more than 100 kB',
        { form: { ...form, description: 'x'.repeat(120_000) } },
        413,
        'too large',
      ],
    ])('refuses %s', async (_, body, status, sentence) => {
      const response = await post(body);
      expect(response.status).toBe(status);
      expect((await response.json()).error.message).toContain(sentence);
    });

    it('takes a form that is bigger than other requests may be', async () => {
      const topics = Array.from({ length: 300 }, (_, index) => ({
        name: `a-topic-with-a-long-name-${index}`,
        partitions: 3,
        retention: '7d',
      }));
      expect(JSON.stringify(topics).length).toBeGreaterThan(15_000);
      const preview = await json<PipelinePreview>(
        await post({ form: { ...form, topics: [...form.topics!, ...topics] } }),
      );
      expect(preview.environments[0].objects.length).toBeGreaterThan(300);
    });

    it('wants somebody who is signed in', async () => {
      expect((await post({ form }, mockCredentials.none.header())).status).toBe(
        401,
      );
    });

    it('ends Helm when the browser does not wait', async () => {
      const pidFile = path.join(world.home, 'helm.pid');
      const slow = path.join(world.home, 'slow-helm');
      const script = `#!/bin/sh\necho $$ > ${pidFile}\nexec sleep 60\n`;
      fs.writeFileSync(slow, script, { mode: 0o755 });
      const other = await startPortal({ helm: slow });
      try {
        const browser = new AbortController();
        const answer = post({ form }, undefined, other, browser.signal);
        const isThere = async () => fs.existsSync(pidFile);
        await eventually(isThere, there => there);
        const pid = Number(fs.readFileSync(pidFile, 'utf8'));
        expect(runs(pid)).toBe(true);
        browser.abort();
        await expect(answer).rejects.toThrow(/abort/i);
        await eventually(
          async () => runs(pid),
          still => !still,
        );
      } finally {
        await other.stop();
      }
    });

    it.each([
      [
        'Helm',
        { helm: '/nowhere/helm' },
        /"\/nowhere\/helm" is not installed.*dataPipelines\.scaffolder\.helm/s,
      ],
      [
        'the charts',
        { chartsDirectory: '/nowhere/charts' },
        /not at \/nowhere\/charts.*dataPipelines\.scaffolder\.chartsDirectory/s,
      ],
    ])(
      'says that %s is missing, and which setting',
      async (_, settings, say) => {
        const other = await startPortal(settings);
        try {
          const response = await post({ form }, undefined, other);
          expect(response.status).toBe(501);
          expect((await response.json()).error.message).toMatch(say);
        } finally {
          await other.stop();
        }
      },
    );
  });

  describe('GET /clusters', () => {
    it('names every cluster with what the portal knows of it', async () => {
      const { items } = await eventually(
        () => get<ClusterList>('/clusters'),
        list => list.items.every(({ status }) => status !== 'connecting'),
      );
      expect(items.map(({ name, status }) => [name, status])).toEqual([
        ['gone', 'unreachable'],
        ['playground', 'live'],
        ['signed-in-only', 'unsupported'],
      ]);
      expect(items[1].simulated).toBe('Operators are simulated');
    });

    it('lists the namespaces of one, once for all who ask', async () => {
      const before = await listRequests('namespaces');
      const lists = await Promise.all(
        Array.from({ length: 5 }, () =>
          get<NamespaceList>('/clusters/playground/namespaces'),
        ),
      );
      for (const { items, error } of lists) {
        expect(error).toBeUndefined();
        expect(items).toEqual(expect.arrayContaining(['kafka', 'pipelines']));
      }
      await get('/clusters/playground/namespaces');
      expect((await listRequests('namespaces')) - before).toBe(1);
    });

    it('shows the Kafka clusters with their listeners and brokers', async () => {
      const { items } = await get<KafkaClusterList>(
        '/clusters/playground/kafka',
      );
      expect(items).toMatchObject([
        {
          name: 'analytics',
          namespace: 'kafka',
          brokers: 3,
          listeners: [{ name: 'plain', authentication: 'none', port: 9092 }],
        },
      ]);
      expect(items[0].listeners[0].bootstrapServers).toBe(
        'analytics-kafka-bootstrap.kafka.svc:9092',
      );
    });

    it('knows the topics of a Kafka cluster, and who declares them, without asking', async () => {
      const before = await listRequests('kafkatopics');
      const topics = '/clusters/playground/kafka/kafka/analytics/topics';
      const { items } = await eventually(
        () => get<KafkaTopicList>(topics),
        list => list.items.length > 0,
      );
      expect(items).toContainEqual(
        expect.objectContaining({ name: 'clicks', pipeline: 'clickstream' }),
      );
      expect(
        (
          await get<KafkaTopicList>(
            '/clusters/playground/kafka/kafka/other/topics',
          )
        ).items,
      ).toEqual([]);
      expect(await listRequests('kafkatopics')).toBe(before);
    });

    it.each(['namespaces', 'kafka', 'kafka/kafka/analytics/topics'])(
      'says why a cluster gives no %s',
      async what => {
        expect(await get(`/clusters/gone/${what}`)).toEqual({
          cluster: 'gone',
          items: [],
          error: 'Cluster gone does not answer: the connection is refused',
        });
        expect(await get(`/clusters/signed-in-only/${what}`)).toMatchObject({
          items: [],
          error: expect.stringContaining('works only for a signed-in user'),
        });
      },
    );

    it('knows no cluster that is not configured', async () => {
      const response = await request('/clusters/other/namespaces');
      expect(response.status).toBe(404);
      expect((await response.json()).error.message).toContain(
        'No cluster named other is configured',
      );
    });

    it('wants somebody who is signed in', async () => {
      for (const at of [
        '',
        '/a/namespaces',
        '/a/kafka',
        '/a/kafka/b/c/topics',
      ]) {
        const response = await request(`/clusters${at}`, {
          headers: { Authorization: mockCredentials.none.header() },
        });
        expect(response.status).toBe(401);
      }
    });
  });

  function request(at: string, init: RequestInit = {}, from = backend) {
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

  function post(
    body: object,
    authorization = mockCredentials.user.header(),
    from = backend,
    signal?: AbortSignal,
  ) {
    return request(
      '/preview',
      {
        method: 'POST',
        signal,
        body: JSON.stringify(body),
        headers: { Authorization: authorization },
      },
      from,
    );
  }

  async function get<T>(at: string): Promise<T> {
    return json<T>(await request(at));
  }

  async function listRequests(resource: string): Promise<number> {
    const text = (await world.cluster.client.get('/metrics')) as unknown;
    return (text as string)
      .split('\n')
      .filter(
        line =>
          line.startsWith('apiserver_request_total{') &&
          line.includes(`resource="${resource}"`) &&
          line.includes('verb="LIST"'),
      )
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  function startPortal(settings: { helm?: string; chartsDirectory?: string }) {
    const { url, caData, readToken } = world.cluster;
    const reach = {
      authProvider: 'serviceAccount',
      serviceAccountToken: readToken,
    };
    return startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    { name: 'playground', url, caData, ...reach },
                    { name: 'gone', url: 'https://127.0.0.1:9', ...reach },
                    { name: 'signed-in-only', url, authProvider: 'google' },
                  ],
                },
              ],
            },
            dataPipelines: {
              clusters: [
                { name: 'playground', simulated: 'Operators are simulated' },
              ],
              scaffolder: { chartsDirectory: charts, ...settings },
            },
          },
        }),
        import('@backstage/plugin-catalog-backend'),
        import('@backstage/plugin-kubernetes-backend'),
        import('@backstage/plugin-signals-backend'),
        import('@headworks/backstage-plugin-data-pipelines-backend'),
      ],
    });
  }
});

/** Whether there is such a process. */
function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

async function eventually<T>(
  ask: () => Promise<T>,
  enough: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const value = await ask();
    if (enough(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`In 20 s it only came to ${JSON.stringify(value)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
