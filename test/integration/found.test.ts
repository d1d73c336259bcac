import { setTimeout as sleep } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PipelineView } from '@headworks/backstage-plugin-data-pipelines-common';
import { NAMESPACE, readSample, startWorld, World } from './world';

const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments`;

/** A pipeline that nobody registered, installed on a real API server. */
describe('pipelines found in a cluster', () => {
  let world: World;
  let backend: TestBackend;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    await world.generate(readSample('clickstream'));
    await world.install('clickstream');
    await world.cluster.client.create(FLINK, {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      metadata: {
        name: 'billing',
        namespace: NAMESPACE,
        labels: { 'headworks.dev/owner': 'finance' },
      },
      spec: {
        image: 'flink:2.1',
        flinkVersion: 'v2_1',
        serviceAccount: 'flink',
        jobManager: { resource: { memory: '1g', cpu: 1 } },
        taskManager: { resource: { memory: '1g', cpu: 1 } },
        job: { jarURI: 'local:///job.jar', parallelism: 1 },
      },
    });
    backend = await startPortal(world);
  });

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  it('are entities with owner and dataflow', async () => {
    await eventually(() => entity('component/default/clickstream'));
    const job = await eventually(() =>
      entity('component/default/clickstream-sessionize'),
    );
    expect(job.spec).toMatchObject({
      type: 'flink-job',
      owner: 'group:default/data-team',
      dependsOn: ['resource:default/clickstream-clicks'],
    });
    const topic = await eventually(() =>
      entity('resource/default/clickstream-sessions'),
    );
    expect(topic.spec?.dependsOn).toEqual([
      'component:default/clickstream-sessionize',
    ]);
  });

  it('have a page with their health', async () => {
    const view = await eventually(async () => {
      const response = await call(
        'data-pipelines/pipelines/default/clickstream',
      );
      const seen = (await response.json()) as PipelineView;
      return seen.verdict?.health === 'Healthy' ? seen : undefined;
    });
    expect(view.environments).toHaveLength(1);
    expect(view.environments[0].jobs.map(({ name }) => name)).toEqual([
      'alerting',
      'sessionize',
    ]);
  });

  it('may have been made by other charts', async () => {
    const { spec } = await eventually(() =>
      entity('component/default/billing'),
    );
    expect(spec).toMatchObject({ type: 'data-pipeline', owner: 'finance' });
    const job = await eventually(() =>
      entity('component/default/billing-billing'),
    );
    expect(job.metadata.annotations?.['headworks.dev/objects']).toBe(
      `pipelines=flinkdeployments.flink.apache.org/${NAMESPACE}/billing`,
    );
    const view = await eventually(async () => {
      const response = await call('data-pipelines/pipelines/default/billing');
      const seen = (await response.json()) as PipelineView;
      return seen.environments?.[0]?.jobs[0]?.object ? seen : undefined;
    });
    expect(view.environments[0].jobs[0].object).toMatchObject({
      kind: 'FlinkDeployment',
      name: 'billing',
    });
  });

  it('are told to services only', async () => {
    for (const header of [
      mockCredentials.user.header(),
      mockCredentials.none.header(),
    ]) {
      const response = await call('data-pipelines/found', header);
      expect([401, 403]).toContain(response.status);
    }
    const response = await call(
      'data-pipelines/found?scope=every',
      mockCredentials.service.header(),
    );
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toBe(
      'scope: is "every"; choose of labelled, all',
    );
  });

  function call(at: string, header = mockCredentials.user.header()) {
    return fetch(`http://localhost:${backend.server.port()}/api/${at}`, {
      headers: { Authorization: header },
    });
  }

  async function entity(ref: string): Promise<Entity | undefined> {
    const response = await call(`catalog/entities/by-name/${ref}`);
    return response.ok ? ((await response.json()) as Entity) : undefined;
  }
});

async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 45_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error('It never came about');
    await sleep(200);
  }
}

function startPortal({ cluster }: World): Promise<TestBackend> {
  const { url, caData } = cluster;
  const allow = async (requests: readonly unknown[]) =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW } as const));
  return startTestBackend({
    features: [
      // The mocked one runs a task once.
      schedulerServiceFactory,
      mockServices.permissions.mock({
        authorize: allow,
        authorizeConditional: allow,
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            providers: {
              dataPipelines: {
                scope: 'all',
                schedule: {
                  frequency: { seconds: 1 },
                  timeout: { seconds: 10 },
                },
              },
            },
          },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'playground',
                    url,
                    caData,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: cluster.readToken,
                  },
                ],
              },
            ],
          },
        },
      }),
      import('@backstage/plugin-catalog-backend'),
      import(
        '@headworks/backstage-plugin-catalog-backend-module-data-pipelines'
      ),
      import('@backstage/plugin-kubernetes-backend'),
      import('@backstage/plugin-signals-backend'),
      import('@headworks/backstage-plugin-data-pipelines-backend'),
    ],
  });
}
