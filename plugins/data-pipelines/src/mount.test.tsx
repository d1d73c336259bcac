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
  EntityProvider,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import {
  JobStateView,
  PipelineList,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from './api/PipelinesApi';
import newFrontend from './index';
import { DataPipelinesPage, EntityFlinkStateContent } from './legacy';

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
const running: JobStateView = {
  entityRef: 'component:default/orders-sum',
  pipelineRef: 'component:default/orders',
  environments: [
    {
      environment,
      job: {
        name: 'sum',
        entityRef: 'component:default/orders-sum',
        engine: 'flink',
        upstream: [],
        facts: {},
        object: {
          cluster: 'east',
          apiVersion: 'flink.apache.org/v1beta1',
          kind: 'FlinkDeployment',
          namespace: 'data',
          name: 'orders-sum',
        },
        report: { health: 'Healthy', reason: 'Running', message: 'It runs' },
      },
      snapshots: [],
    },
  ],
  clusters: [],
};

function api(change: Partial<PipelinesApi> = {}): PipelinesApi {
  return {
    listPipelines: async () => list,
    getPipeline: async () => {
      throw new Error('not asked for here');
    },
    getDrift: async () => {
      throw new Error('not asked for here');
    },
    getPipelineHistory: async () => ({ items: [] }),
    getJob: async () => {
      throw new Error('not asked for here');
    },
    getJobHistory: async () => ({ items: [] }),
    getCollector: async () => {
      throw new Error('not asked for here');
    },
    getJobState: async () => running,
    takeSavepoint: async () => 'orders-sum-1',
    ...change,
  };
}

const flinkJob = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders-sum', namespace: 'default' },
  spec: { type: 'flink-job' },
};

const fleet = (pipelines: PipelinesApi) =>
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

function legacyPortal(pipelines: PipelinesApi) {
  const app = createApp({
    apis: [createApiFactory(pipelinesApiRef, pipelines)],
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

const legacyState = (pipelines: PipelinesApi) =>
  renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, pipelines]]}>
      <EntityProvider entity={flinkJob}>
        <EntityFlinkStateContent />
      </EntityProvider>
    </TestApiProvider>,
  );

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

describe('the State tab', () => {
  it('shows what will be created before a savepoint is taken', async () => {
    const takeSavepoint = jest.fn(async () => 'orders-sum-1');
    await legacyState(api({ takeSavepoint }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take savepoint' }),
    );
    expect(screen.getByText(/disposeOnDelete: false/)).toBeInTheDocument();
    expect(takeSavepoint).not.toHaveBeenCalled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Take savepoint now' }),
    );
    await waitFor(() =>
      expect(takeSavepoint).toHaveBeenCalledWith(
        { namespace: 'default', name: 'orders-sum' },
        'dev',
      ),
    );
  });

  it('keeps the dialog open with the reason when it is refused', async () => {
    await legacyState(
      api({
        takeSavepoint: async () => {
          throw new Error('Cluster east refused: quota');
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take savepoint' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Take savepoint now' }),
    );
    expect(
      await screen.findByText(/Cluster east refused: quota/),
    ).toBeInTheDocument();
  });

  it('says why none can be taken', async () => {
    const [one] = running.environments;
    const savepointRefusal = 'A savepoint needs a running job';
    await legacyState(
      api({
        getJobState: async () => ({
          ...running,
          environments: [{ ...one, savepointRefusal }],
        }),
      }),
    );
    expect(await screen.findByText(savepointRefusal)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Take savepoint' }),
    ).toBeDisabled();
  });

  it('does not make up rows for checkpoints', async () => {
    await legacyState(api());
    expect(
      await screen.findByText(/checkpoints are not listed here yet/),
    ).toBeInTheDocument();
    expect(screen.getByText('No savepoints yet')).toBeInTheDocument();
  });
});
