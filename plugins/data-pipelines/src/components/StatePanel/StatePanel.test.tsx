import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  ActionPreview,
  ActionView,
  CheckpointsView,
  JobStateView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import { EntityFlinkStateContent } from '../../legacy';

const environment = {
  name: 'dev',
  cluster: 'east',
  namespace: 'data',
  release: 'orders',
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

function api(change: Partial<PipelinesApi> = {}): Partial<PipelinesApi> {
  return {
    getJobState: async () => running,
    getCheckpoints: async () => ({ ...noCheckpoints, unanswered: 'Not asked' }),
    previewAction: async () => savepointPreview,
    orderAction: async () => savepointDone,
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

const stateTab = (pipelines: Partial<PipelinesApi>) =>
  renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, pipelines]]}>
      <EntityProvider entity={flinkJob}>
        <EntityFlinkStateContent />
      </EntityProvider>
    </TestApiProvider>,
  );

// The page's code is loaded when it is first needed.
jest.setTimeout(30_000);

describe('the State tab', () => {
  it('shows what will be created before a savepoint is taken', async () => {
    const orderAction = jest.fn(async () => savepointDone);
    await stateTab(api({ orderAction }));
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

  it("takes a savepoint with a name, to a folder and in a format of somebody's choice", async () => {
    const previewAction = jest.fn(async () => savepointPreview);
    const orderAction = jest.fn(async () => savepointDone);
    await stateTab(api({ previewAction, orderAction }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take savepoint' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Name, folder and format' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'The same by hand' }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'kept');
    await userEvent.type(screen.getByLabelText('Folder'), 's3://acme/kept');
    await userEvent.click(screen.getByRole('button', { name: /Canonical/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /Native/ }),
    );
    const go = screen.getByRole('button', { name: 'Take savepoint now' });
    await waitFor(() => expect(go).toBeEnabled());
    // What somebody has opened stays open while it is looked at again.
    expect(
      screen.getByRole('button', { name: 'The same by hand' }),
    ).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(go);
    await waitFor(() =>
      expect(orderAction).toHaveBeenCalledWith(
        expect.anything(),
        expect.objectContaining({
          action: {
            action: 'savepoint',
            name: 'kept',
            folder: 's3://acme/kept',
            format: 'native',
          },
        }),
      ),
    );
    // At first, and after each choice; not at every letter.
    expect(previewAction).toHaveBeenCalledTimes(4);
  });

  it('keeps the dialog open with the reason when it is refused, and looks again', async () => {
    const previewAction = jest.fn(async () => savepointPreview);
    await stateTab(
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
    await stateTab(
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
    await stateTab(
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
      name: 'Open it as a pull or merge request',
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
    await stateTab(
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
    await stateTab(api());
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
    await stateTab(
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
