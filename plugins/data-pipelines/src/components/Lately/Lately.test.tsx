import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { HistoryPage } from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  HistoryRequest,
  PipelinesApi,
  pipelinesApiRef,
} from '../../api/PipelinesApi';
import { entry } from '../__testUtils__/views';
import { Lately } from './Lately';

function show(answer: (request?: HistoryRequest) => Promise<HistoryPage>) {
  const api: Partial<PipelinesApi> = {
    getPipelineHistory: async (_, request) => answer(request),
  };
  return renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, api]]}>
      <Lately
        entity={{ namespace: 'default', name: 'clickstream' }}
        environment="prod"
      />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('Lately', () => {
  const happened: HistoryPage = {
    items: [
      entry(
        {
          kind: 'transition',
          from: 'Healthy',
          to: 'Degraded',
          reason: 'ImagePullBackOff',
          message: 'A pod cannot start',
        },
        { id: '4' },
      ),
      ...['3', '2', '1'].map(id =>
        entry({ kind: 'restart', what: 'A TaskManager', count: 1 }, { id }),
      ),
    ],
    nextCursor: 'more',
  };

  it('tells what happened, folded, and what was before on request', async () => {
    const asked: unknown[] = [];
    await show(async request => {
      asked.push(request);
      return happened;
    });
    const list = await screen.findByRole('list', { name: 'Lately' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(list).toHaveTextContent(/Degraded A pod cannot start \(was Healthy/);
    await userEvent.click(
      within(list).getByRole('button', { name: '2 like it before' }),
    );
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show what was before' }),
    );
    expect(asked).toEqual([
      { environment: 'prod', limit: 20 },
      { environment: 'prod', limit: 60 },
    ]);
  });

  it('says what would be there, and that another kind is', async () => {
    await show(async request => (request?.kind ? { items: [] } : happened));
    await screen.findByRole('list', { name: 'Lately' });
    await userEvent.click(screen.getByRole('button', { name: /What to show/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Snapshots' }));
    expect(
      await screen.findByText('Nothing of this kind has happened'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Lately' }),
    ).toBeInTheDocument();
  });

  it('says what would be there where nothing happened yet', async () => {
    await show(async () => ({ items: [] }));
    expect(
      await screen.findByText('Nothing has happened yet'),
    ).toBeInTheDocument();
  });
});
