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
  ActionPreview,
  ActionView,
  CheckpointsView,
  FlinkView,
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
      starts: [],
    },
  ],
  clusters: [],
};

const savepointPreview: ActionPreview = {
  plan: {
    target: running.environments[0].job.object!,
    effects: ['The job keeps running.'],
    steps: [],
    cannotUndo: [],
    traps: [],
  },
  commands: ['kubectl create'],
  values: [],
  fingerprint: 'f1',
};

const savepointDone: ActionView = {
  id: 'a1',
  action: 'savepoint',
  environment: 'dev',
  by: 'user:default/ana',
  state: 'done',
  steps: ['Create FlinkStateSnapshot orders-sum-1'],
  stepsDone: 1,
  startedAt: '2026-11-28T12:00:00Z',
};

const noCheckpoints: CheckpointsView = {
  environment: running.environments[0].environment,
  at: '2026-11-28T12:00:00Z',
  checkpoints: [],
};

const noFlink: FlinkView = {
  environment: running.environments[0].environment,
  at: '2026-11-28T12:00:00Z',
  vertices: [],
  failures: [],
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
    getCheckpoints: async () => ({ ...noCheckpoints, unanswered: 'Not asked' }),
    getFlink: async () => ({ ...noFlink, unanswered: 'Not asked' }),
    previewAction: async () => savepointPreview,
    orderAction: async () => savepointDone,
    acknowledgeStart: async () => {
      throw new Error('not asked for here');
    },
    listActions: async () => ({
      pipelineRef: 'component:default/orders',
      items: [],
    }),
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
    const orderAction = jest.fn(async () => savepointDone);
    await legacyState(api({ orderAction }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take savepoint' }),
    );
    expect(
      await screen.findByText('The job keeps running.'),
    ).toBeInTheDocument();
    expect(orderAction).not.toHaveBeenCalled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Take savepoint now' }),
    );
    await waitFor(() =>
      expect(orderAction).toHaveBeenCalledWith(
        { namespace: 'default', name: 'orders-sum' },
        {
          environment: 'dev',
          action: { action: 'savepoint' },
          key: expect.stringMatching(/^[a-f0-9-]{36}$/),
          fingerprint: 'f1',
          acknowledged: [],
        },
      ),
    );
  });

  it('keeps the dialog open with the reason when it is refused, and looks again', async () => {
    const previewAction = jest.fn(async () => savepointPreview);
    await legacyState(
      api({
        previewAction,
        orderAction: async () => {
          throw new Error('Something changed since you looked');
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take savepoint' }),
    );
    await screen.findByText('The job keeps running.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Take savepoint now' }),
    );
    expect(
      await screen.findByText(/Something changed since you looked/),
    ).toBeInTheDocument();
    await waitFor(() => expect(previewAction).toHaveBeenCalledTimes(2));
  });

  it('does nothing surprising before somebody says to know it', async () => {
    const orderAction = jest.fn(async () => savepointDone);
    await legacyState(
      api({
        orderAction,
        previewAction: async () => ({
          ...savepointPreview,
          plan: {
            ...savepointPreview.plan,
            traps: [
              {
                id: 'starts-empty',
                weight: 'acknowledge',
                sentence: 'The job starts empty.',
                remedy: 'Restore it.',
              },
            ],
          },
        }),
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the job' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Restart' }),
    );
    const known = await screen.findByRole('checkbox', {
      name: 'I know: The job starts empty.',
    });
    const go = screen.getByRole('button', { name: 'Restart now' });
    expect(go).toBeDisabled();
    await userEvent.click(known);
    await userEvent.click(go);
    await waitFor(() =>
      expect(orderAction).toHaveBeenCalledWith(
        expect.anything(),
        expect.objectContaining({
          action: { action: 'restart' },
          acknowledged: ['starts-empty'],
        }),
      ),
    );
  });

  it('says why something cannot be done, and how Git does it', async () => {
    await legacyState(
      api({
        previewAction: async () => ({
          ...savepointPreview,
          commands: [],
          values: [
            { path: ['flink', 'jobs', 'sum', 'suspended'], value: true },
          ],
          plan: {
            ...savepointPreview.plan,
            steps: [],
            refusal: {
              sentence: "Argo CD's application orders keeps this job.",
              remedy: 'Make the change in the values file.',
            },
          },
        }),
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the job' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Suspend' }),
    );
    expect(
      await screen.findByText(/Argo CD's application orders keeps this job/),
    ).toBeInTheDocument();
    expect(screen.getByText(/suspended: true/)).toBeInTheDocument();
    const link = screen.getByRole('link', {
      name: 'Open it as a pull request',
    });
    const [template, form] = link.getAttribute('href')!.split('?formData=');
    expect(template).toBe('/create/templates/default/change-job');
    expect(JSON.parse(decodeURIComponent(form))).toEqual({
      pipeline: running.pipelineRef,
      environment: 'dev',
      job: 'sum',
      values: 'flink:\n  jobs:\n    sum:\n      suspended: true',
    });
    expect(screen.getByRole('button', { name: 'Suspend now' })).toBeDisabled();
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

  it('says why nothing is known of checkpoints', async () => {
    await legacyState(api());
    expect(await screen.findByText('Not asked')).toBeInTheDocument();
    expect(screen.getByText('No savepoints yet')).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /checkpoints/ })).toBeNull();
  });

  it('says what the checkpoints mean, draws them, and shows ten thousand by and by', async () => {
    const checkpoints = Array.from({ length: 10_000 }, (_, i) => ({
      id: 10_000 - i,
      isSavepoint: false,
      state: i === 1 ? ('failed' as const) : ('completed' as const),
      startedAt: '2026-11-28T11:59:00Z',
      took: i === 1 ? undefined : 1_200,
      message: i === 1 ? 'It expired' : undefined,
    }));
    const trend = { isGood: true, sentence: 'They are well' };
    await legacyState(
      api({
        getCheckpoints: async () => ({
          ...noCheckpoints,
          checkpoints,
          interval: 600_000,
          trend,
          restored: {
            at: '2026-11-28T11:00:00Z',
            isSavepoint: true,
            path: 's3://state/savepoint-7',
          },
        }),
      }),
    );
    expect(await screen.findByText('They are well')).toBeInTheDocument();
    expect(screen.getByText('Checkpoints every 10 min')).toBeInTheDocument();
    expect(screen.getByText(/It took up a savepoint/)).toBeInTheDocument();
    expect(screen.getByText(/savepoint-7/)).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'The last 60 checkpoints: 1 failed, the longest took 1 s',
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show them' }));
    expect(await screen.findByText('It expired')).toBeInTheDocument();
    const rows = () => screen.getAllByRole('row').length - 1;
    expect(rows()).toBe(10);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more of 9990' }),
    );
    await waitFor(() => expect(rows()).toBe(60));
  });
});
