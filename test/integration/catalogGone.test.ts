import fs from 'node:fs';
import net, { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { PipelineList } from '@headworks/backstage-plugin-data-pipelines-common';
import { until } from './faults/watchedCluster';

const SENTENCE =
  'The catalog does not answer, so it is not known which pipelines there are and who may see them; try again in a moment, and if that does not help look at the log of the catalog plugin';

/** A real catalog, which the portal does not reach while it is gone. */
describe('a catalog that does not answer', () => {
  let backend: TestBackend | undefined;
  let home: string;
  let silent: net.Server;
  let gone: 'refuses' | 'never answers' | undefined;

  beforeAll(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-catalog-'));
    fs.writeFileSync(
      path.join(home, 'catalog-info.yaml'),
      `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: clicks
  annotations: { headworks.dev/environments: prod=east/data/clicks }
spec: { type: data-pipeline, lifecycle: production, owner: team-a }
`,
    );
    silent = net.createServer();
    await new Promise<void>(resolve =>
      silent.listen(0, '127.0.0.1', () => resolve()),
    );
  });

  beforeEach(() => {
    gone = undefined;
  });

  afterEach(() => backend?.stop());

  afterAll(() => {
    silent?.close();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it.each(['refuses', 'never answers'] as const)(
    'before it was ever read, because it %s: is told of with what to do, within 20 s',
    async how => {
      gone = how;
      backend = await start();
      for (const at of ['/pipelines', '/pipelines/default/clicks']) {
        const response = await get(at);
        expect(response.status).toBe(503);
        expect((await response.json()).error.message).toBe(SENTENCE);
      }
      gone = undefined;
      const list = await until(pipelines, one => one?.items.length === 1);
      expect(list?.catalog).toBeUndefined();
    },
    60_000,
  );

  it('after it was read: what it declared is shown, with its age, until it is back', async () => {
    backend = await start();
    await until(pipelines, one => one?.items.length === 1);
    const began = Date.now();
    gone = 'refuses';
    const list = await until(pipelines, one => one?.catalog !== undefined);
    expect(list).toMatchObject({
      items: [{ name: 'clicks' }],
      catalog: {
        error: expect.stringMatching(/^The catalog does not answer, so/),
      },
    });
    const asOf = Date.parse(list!.catalog!.asOf);
    expect(asOf).toBeLessThanOrEqual(began + 100);
    expect(asOf).toBeGreaterThan(began - 20_000);
    const page = await get('/pipelines/default/clicks');
    expect(await page.json()).toMatchObject({ catalog: list!.catalog });
    // Whose history it is, nobody can tell now.
    const history = await get('/pipelines/default/clicks/history');
    expect(history.status).toBe(503);

    gone = undefined;
    await until(pipelines, one => one?.catalog === undefined, 10_000);
  });

  const get = (at: string) =>
    fetch(
      `http://localhost:${backend!.server.port()}/api/data-pipelines${at}`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );

  async function pipelines(): Promise<PipelineList | undefined> {
    const response = await get('/pipelines');
    return response.ok ? ((await response.json()) as PipelineList) : undefined;
  }

  function start(): Promise<TestBackend> {
    const discovery = createServiceFactory({
      service: coreServices.discovery,
      deps: {},
      factory: () => {
        const urlOf = async (plugin: string) => {
          if (plugin === 'catalog' && gone === 'refuses') {
            return 'http://127.0.0.1:1/api/catalog';
          }
          if (plugin === 'catalog' && gone === 'never answers') {
            const { port } = silent.address() as AddressInfo;
            return `http://127.0.0.1:${port}/api/catalog`;
          }
          return `http://localhost:${backend?.server.port()}/api/${plugin}`;
        };
        return { getBaseUrl: urlOf, getExternalBaseUrl: urlOf };
      },
    });
    return startTestBackend({
      features: [
        discovery,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: {
              locations: [
                { type: 'file', target: path.join(home, 'catalog-info.yaml') },
              ],
            },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [{ type: 'config', clusters: [] }],
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
