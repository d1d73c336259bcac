import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { Route } from 'react-router-dom';
import { FleetPage } from './components/FleetPage';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { PipelineList } from '@headworks/backstage-plugin-data-pipelines-common';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from './api/PipelinesApi';
import newFrontend from './index';
import { DataPipelinesPage } from './legacy';

const degraded = {
  health: 'Degraded',
  reason: 'ImagePullBackOff',
  message: 'sum: The image cannot be pulled',
  nextStep: 'Check its name.',
} as const;
const environment = {
  name: 'dev',
  cluster: 'east',
  namespace: 'data',
  release: 'orders',
};
const facets = {
  all: 0,
  health: {},
  owner: {},
  cluster: {},
  environment: {},
  engine: {},
};

const list: PipelineList = {
  total: 1,
  facets: { ...facets, all: 1 },
  items: [
    {
      entityRef: 'component:default/orders',
      name: 'orders',
      owner: 'group:default/data-team',
      engines: ['kafka', 'flink'],
      verdict: degraded,
      environments: [{ environment, verdict: degraded }],
    },
  ],
  clusters: [
    {
      name: 'east',
      status: 'unreachable',
      asOf: '2026-11-24T10:00:00Z',
      error: 'Cluster east does not answer: the connection is refused',
    },
  ],
};

function api(change: Partial<PipelinesApi> = {}): Partial<PipelinesApi> {
  return {
    listPipelines: async () => list,
    ...change,
  };
}

const fleet = (pipelines: Partial<PipelinesApi>) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [pipelinesApiRef, pipelines],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <FleetPage />
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );

const baseUrl = 'http://localhost';

function legacyPortal(pipelines: Partial<PipelinesApi>) {
  const app = createApp({
    apis: [createApiFactory(pipelinesApiRef, pipelines as PipelinesApi)],
    configLoader: async () => [
      { context: 'test', data: { app: { baseUrl }, backend: { baseUrl } } },
    ],
  });
  return app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/data-pipelines" element={<DataPipelinesPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        />
      </FlatRoutes>
    </AppRouter>,
  );
}

// The page's code is loaded when it is first needed.
jest.setTimeout(30_000);

describe('the fleet', () => {
  async function showsTheFleet() {
    const row = await screen.findByRole(
      'row',
      { name: /orders/ },
      { timeout: 20_000 },
    );
    expect(within(row).getByText('Degraded')).toBeInTheDocument();
    expect(row).toHaveTextContent('sum: The image cannot be pulled');
    expect(
      screen.getByText(
        'Cluster east does not answer: the connection is refused',
      ),
    ).toBeInTheDocument();
  }

  it('mounts in the new frontend system', async () => {
    renderTestApp({
      features: [newFrontend, catalogPlugin],
      apis: [[pipelinesApiRef, api()]],
      initialRouteEntries: ['/data-pipelines'],
    });
    await showsTheFleet();
  });

  it('mounts in the old frontend system', async () => {
    window.history.pushState({}, '', '/data-pipelines');
    const Portal = legacyPortal(api());
    render(<Portal />);
    await showsTheFleet();
  });

  it('says what a pipeline is where there is none', async () => {
    await fleet(
      api({
        listPipelines: async () => ({
          items: [],
          total: 0,
          facets,
          clusters: [],
        }),
      }),
    );
    expect(
      await screen.findByText('There are no data pipelines yet'),
    ).toBeInTheDocument();
  });

  it('says why it could not load, and tries again on request', async () => {
    const listPipelines = jest
      .fn<Promise<PipelineList>, []>()
      .mockRejectedValueOnce(new Error('HTTP 503'))
      .mockResolvedValue(list);
    await fleet(api({ listPipelines }));
    expect(await screen.findByText(/HTTP 503/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await showsTheFleet();
    expect(screen.queryByText(/HTTP 503/)).not.toBeInTheDocument();
  });
});
