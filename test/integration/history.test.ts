import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  HistoryEntry,
  HistoryPage,
  PipelineList,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Postgres, startPostgres } from '../database/postgres';
import { NAMESPACE, readSample, startWorld, World } from './world';

const JOB = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}/flinkdeployments/clickstream-sessionize`;
/** The whole portal over a real API server and a real PostgreSQL. */
describe('the history of a pipeline', () => {
  let world: World;
  let postgres: Postgres;
  let portal: TestBackend | undefined;

  beforeAll(async () => {
    postgres = await startPostgres();
    world = await startWorld({ speed: 50 });
    await world.generate(readSample('clickstream'));
    await world.install('clickstream');
    portal = await startPortal(world, postgres);
  });

  afterAll(async () => {
    await portal?.stop();
    await world?.stop();
    await postgres?.stop();
  });

  it('tells how its parts became healthy, and which runs began', async () => {
    const entries = await until(
      '/pipelines/default/clickstream',
      all =>
        all.some(
          entry => entry.kind === 'transition' && entry.to === 'Healthy',
        ) && all.some(({ kind }) => kind === 'run'),
    );
    expect(entries[0]).toMatchObject({
      pipelineRef: 'component:default/clickstream',
      environment: 'dev',
      cluster: 'playground',
    });
    const job = await until('/jobs/default/clickstream-sessionize', all =>
      all.some(entry => entry.kind === 'run' && entry.state === 'running'),
    );
    expect(new Set(job.map(({ object }) => object))).toEqual(
      new Set([`FlinkDeployment/${NAMESPACE}/clickstream-sessionize`]),
    );
  });

  it('tells which field somebody changed, and with what', async () => {
    await change(5, 'kubectl-edit');
    const entries = await until('/jobs/default/clickstream-sessionize', all =>
      all.some(({ kind }) => kind === 'upgrade'),
    );
    expect(entries.find(({ kind }) => kind === 'upgrade')).toMatchObject({
      by: 'kubectl-edit',
      changes: [expect.objectContaining({ path: 'job.parallelism', to: '5' })],
    });
  });

  it('is kept when the portal ends, and knows what changed while it was away', async () => {
    const before = await history('/pipelines/default/clickstream');
    await portal?.stop();
    portal = undefined;
    await change(6, 'helm');
    portal = await startPortal(world, postgres);
    const entries = await until('/jobs/default/clickstream-sessionize', all =>
      all.some(entry => entry.kind === 'upgrade' && entry.by === 'helm'),
    );
    expect(entries.find(({ kind }) => kind === 'upgrade')).toMatchObject({
      changes: [{ path: 'job.parallelism', from: '5', to: '6' }],
    });
    const after = await history('/pipelines/default/clickstream');
    const ids = after.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(
        before
          .filter(({ kind }) => kind !== 'run' && kind !== 'event')
          .map(({ id }) => id),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('misses a job that went while no portal ran, and knows since when after the next start', async () => {
    const [known] = transitions(
      await until(
        '/jobs/default/clickstream-sessionize',
        all => transitions(all)[0]?.to === 'Healthy',
      ),
    );
    await portal?.stop();
    portal = undefined;
    await world.cluster.client.delete(JOB);
    portal = await startPortal(world, postgres);
    const missed = transitions(
      await until(
        '/jobs/default/clickstream-sessionize',
        all => transitions(all)[0]?.to === 'Missing',
      ),
    );
    expect(missed[0]).toMatchObject({
      from: missed[1].to,
      to: 'Missing',
      object: `FlinkDeployment/${NAMESPACE}/clickstream-sessionize`,
    });
    expect(missed).toContainEqual(known);
    // Nothing else is missed by mistake.
    const all = await history('/pipelines/default/clickstream');
    expect(transitions(all).filter(({ to }) => to === 'Missing')).toEqual([
      missed[0],
    ]);

    const changedAt = async () => {
      const response = await get('/pipelines');
      if (!response.ok) return undefined;
      const { items } = (await response.json()) as PipelineList;
      return items[0]?.verdict.health === 'Missing'
        ? items[0].changedAt
        : undefined;
    };
    const before = await changedAt();
    expect(before).toBe(transitions(all)[0].at);
    await portal.stop();
    portal = await startPortal(world, postgres);
    const deadline = Date.now() + 30_000;
    while (!(await changedAt()) && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    expect(await changedAt()).toBe(before);
  });

  /** As somebody with that tool does it. */
  async function change(parallelism: number, fieldManager: string) {
    await world.cluster.client.merge(`${JOB}?fieldManager=${fieldManager}`, {
      spec: { job: { parallelism } },
    });
  }

  async function history(of: string): Promise<HistoryEntry[]> {
    const response = await get(`${of}/history?limit=500`);
    if (!response.ok) return [];
    return ((await response.json()) as HistoryPage).items;
  }

  function get(path: string) {
    return fetch(
      `http://localhost:${portal?.server.port()}/api/data-pipelines${path}`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );
  }

  async function until(
    of: string,
    enough: (entries: HistoryEntry[]) => boolean,
  ): Promise<HistoryEntry[]> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const entries = await history(of);
      if (enough(entries)) return entries;
      if (Date.now() > deadline) {
        throw new Error(`Only this came: ${JSON.stringify(entries, null, 1)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
});

function transitions(entries: HistoryEntry[]) {
  return entries.flatMap(entry => (entry.kind === 'transition' ? entry : []));
}

async function startPortal(
  { cluster, home }: World,
  postgres: Postgres,
): Promise<TestBackend> {
  const { url, caData } = cluster;
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              connection: postgres.connection('postgres'),
            },
          },
          catalog: {
            rules: [{ allow: ['Component', 'Resource'] }],
            locations: [
              {
                type: 'file',
                target: path.join(home, 'clickstream', 'catalog-info.yaml'),
              },
            ],
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
      // Tests are given databases in memory unless they ask for real ones.
      import('@backstage/backend-defaults/database').then(
        ({ databaseServiceFactory }) => ({ default: databaseServiceFactory }),
      ),
      import('@backstage/plugin-catalog-backend'),
      import('@backstage/plugin-kubernetes-backend'),
      import('@backstage/plugin-signals-backend'),
      import('@headworks/backstage-plugin-data-pipelines-backend'),
      import(
        '@headworks/backstage-plugin-catalog-backend-module-data-pipelines'
      ),
    ],
  });
}
