import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  Health,
  PipelineList,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, waitFor, within } from '@testing-library/react';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { PipelinesCard } from './PipelinesCard';

function summary(name: string, health: Health): PipelineSummary {
  return {
    entityRef: `component:default/${name}`,
    name,
    engines: [],
    environments: [],
    verdict: { health, reason: 'X', message: `${name} is ${health}` },
  };
}

const none = {
  health: {},
  owner: {},
  cluster: {},
  environment: {},
  engine: {},
};

async function show(
  items: PipelineSummary[] | Error,
  entity: { kind: string; parts?: string[] },
) {
  const listPipelines = jest.fn(async (): Promise<PipelineList> => {
    if (items instanceof Error) throw items;
    const total = items.length;
    return { items, total, facets: { all: total, ...none }, clusters: [] };
  });
  await renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, { listPipelines }]]}>
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: entity.kind,
          metadata: { name: 'shop', namespace: 'default' },
          relations: (entity.parts ?? []).map(targetRef => ({
            type: 'hasPart',
            targetRef,
          })),
        }}
      >
        <PipelinesCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return listPipelines;
}

describe('PipelinesCard', () => {
  it('asks about the components of a system, and says of the bad ones why', async () => {
    const asked = await show(
      [summary('clicks', 'Degraded'), summary('billing', 'Healthy')],
      {
        kind: 'System',
        parts: ['component:default/clicks', 'resource:default/bucket'],
      },
    );
    const list = await screen.findByRole('list', { name: 'Data pipelines' });
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ ref: ['component:default/clicks'] }),
    );
    const [bad, good] = within(list).getAllByRole('listitem');
    expect(bad).toHaveTextContent(/Degraded.*clicks.*clicks is Degraded/);
    expect(good).not.toHaveTextContent('billing is Healthy');
  });

  it('asks about what a group owns, and counts those that it does not show', async () => {
    const asked = await show(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => summary(name, 'Healthy')),
      { kind: 'Group' },
    );
    expect(await screen.findByText('and 2 more')).toBeInTheDocument();
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ owner: ['group:default/shop'] }),
    );
  });

  it('is not there where there is no pipeline', async () => {
    const asked = await show([], {
      kind: 'System',
      parts: ['component:default/website'],
    });
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(screen.queryByText('Data pipelines')).not.toBeInTheDocument();
  });

  it('says what it could not load', async () => {
    await show(new Error('HTTP 503'), { kind: 'Group' });
    expect(await screen.findByText(/HTTP 503/)).toBeInTheDocument();
  });
});
