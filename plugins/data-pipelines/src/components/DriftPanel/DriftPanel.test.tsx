import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  ANNOTATION_ENVIRONMENTS,
  PipelineDrift,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import newFrontend from '../../index';
import { EntityGitContent } from '../../legacy';
import { UpgradeLine } from '../UpgradeLine';
import { drift, environment, older, topic } from './__testUtils__/drift';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { [ANNOTATION_ENVIRONMENTS]: 'dev=east/data/orders' },
  },
  spec: { type: 'data-pipeline' },
};

const show = (
  getDrift: () => Promise<PipelineDrift>,
  content = <EntityGitContent />,
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[[pipelinesApiRef, { getDrift } as Partial<PipelinesApi>]]}
    >
      <EntityProvider entity={entity}>{content}</EntityProvider>
    </TestApiProvider>,
  );

const drifted = drift({
  environments: [
    environment(
      'dev',
      [topic('clicks', 'differs'), topic('sessions', 'same')],
      {
        restoring: [
          {
            severity: 'refused',
            object: topic('clicks', 'differs').object,
            path: 'spec.partitions',
            problem: 'a topic cannot have fewer partitions (24 to 12)',
            remedy: 'Keep at least 24.',
          },
        ],
      },
    ),
  ],
});

// A page's code is loaded when it is first needed: here, within no test's time.
beforeAll(() => import('./DriftPanel'));

describe('the tab Git and cluster', () => {
  it('is there in the new frontend system', () => {
    expect(
      newFrontend.getExtension('entity-content:data-pipelines/git'),
    ).toBeDefined();
  });

  it('says that all is as in Git', async () => {
    await show(async () => drift());
    expect(
      await screen.findByText('What runs in dev is what Git says'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('These are the newest charts that this portal has.'),
    ).toBeInTheDocument();
  });

  it('shows the field that differs, both values and what putting it back would do', async () => {
    await show(async () => drifted);
    const table = await screen.findByRole('grid', {
      name: 'Objects in dev not as in Git',
    });
    expect(within(table).getByText('spec.partitions')).toBeInTheDocument();
    expect(
      screen.getByText(/a topic cannot have fewer partitions/),
    ).toBeInTheDocument();
    expect(screen.getByText(/helm upgrade --install/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Show the diff of KafkaTopic clicks',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const row = within(dialog).getByRole('row', { name: /spec.partitions/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['12', '24']);
  });

  it('shows what the newest charts would do to each job, and opens the upgrade', async () => {
    await show(async () => drift({ chart: older }));
    expect(
      await screen.findByText('Charts 0.1.0 · 0.2.0 available'),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Jobs in dev' })).getByText(
        /restarts from a savepoint/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/it was changed here/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open upgrade' })).toHaveAttribute(
      'href',
      `/create/templates/default/upgrade?formData=${encodeURIComponent(
        '{"pipeline":"component:default/orders"}',
      )}`,
    );
    await userEvent.click(
      screen.getByRole('button', { name: /FlinkDeployment orders-sum/ }),
    );
    expect(
      screen.getByRole('region', { name: 'FlinkDeployment orders-sum' }),
    ).toHaveTextContent('+ parallelism: 2');
  });

  it('says why no upgrade can be prepared, and offers none', async () => {
    const refusal = 'templates/mine.yaml: it is not as Headworks wrote it';
    await show(async () =>
      drift({
        chart: {
          current: '0.1.0',
          newest: '0.2.0',
          upgradable: false,
          refusal,
        },
      }),
    );
    expect(await screen.findByText(refusal)).toBeInTheDocument();
    expect(screen.queryByText('Open upgrade')).not.toBeInTheDocument();
  });

  it('shows the rest where one cluster is silent', async () => {
    const problem = 'Cluster west does not answer: the connection is refused';
    await show(async () =>
      drift({
        environments: [
          environment('dev', [topic('clicks', 'same')]),
          environment('prod', [], { problem }),
        ],
      }),
    );
    expect(await screen.findByText(problem)).toBeInTheDocument();
    expect(screen.getByText('Live objects in dev')).toBeInTheDocument();
  });

  it('says why Git cannot be read', async () => {
    const problem = 'The repository cannot be read: not found';
    await show(async () =>
      drift({ repository: { location: '', problem }, chart: undefined }),
    );
    expect(await screen.findByText(problem)).toBeInTheDocument();
  });

  it('says what is missing where a pipeline does not say where it runs', async () => {
    await show(async () => drift({ environments: [] }));
    expect(
      await screen.findByText('There is nothing to compare Git with'),
    ).toBeInTheDocument();
  });

  it('says why it could not load, and tries again on request', async () => {
    const getDrift = jest
      .fn<Promise<PipelineDrift>, []>()
      .mockRejectedValueOnce(new Error('HTTP 503'))
      .mockResolvedValue(drift());
    await show(getDrift);
    expect(await screen.findByText(/HTTP 503/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('What runs in dev is what Git says'),
    ).toBeInTheDocument();
  });
});

describe('UpgradeLine', () => {
  it('leads to the tab', async () => {
    await show(async () => drifted, <UpgradeLine />);
    expect(
      await screen.findByText(/chart 0.2.0 · 1 object not as in Git/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '→ see the diff' }),
    ).toHaveAttribute('href', '/git');
  });
});
