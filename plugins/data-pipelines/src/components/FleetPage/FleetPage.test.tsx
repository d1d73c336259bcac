import {
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { identityApiRef } from '@backstage/core-plugin-api';
import {
  Health,
  PipelineList,
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { FleetPage } from './FleetPage';

// A busy machine draws a page in seconds.
jest.setTimeout(30_000);

function pipeline(
  name: string,
  health: Health,
  owner = 'group:default/web',
): PipelineSummary {
  const verdict = { health, reason: 'X', message: `${name} is ${health}` };
  const environment = { cluster: 'east', namespace: 'data', release: name };
  return {
    entityRef: `component:default/${name}`,
    name,
    owner,
    engines: ['kafka', 'flink'],
    verdict,
    environments: [{ environment: { ...environment, name: 'prod' }, verdict }],
    changedAt: '2026-11-24T10:00:00Z',
  };
}

/** A backend that filters by owner, ref, health and text, as the real one does. */
function backend(rows: PipelineSummary[]) {
  return jest.fn(async (query: PipelineQuery = {}): Promise<PipelineList> => {
    const any = (values: readonly string[] | undefined, value?: string) =>
      !values?.length || values.includes(value ?? '');
    const items = rows.filter(
      row =>
        any(query.owner, row.owner) &&
        any(query.ref, row.entityRef) &&
        any(query.health, row.verdict.health) &&
        row.name.includes(query.text ?? ''),
    );
    const owner: Record<string, number> = {};
    const health: Partial<Record<Health, number>> = {};
    for (const row of rows) {
      if (row.owner) owner[row.owner] = (owner[row.owner] ?? 0) + 1;
      health[row.verdict.health] = (health[row.verdict.health] ?? 0) + 1;
    }
    return {
      items,
      total: items.length,
      facets: {
        all: rows.length,
        health,
        owner,
        cluster: { east: rows.length },
        environment: { prod: rows.length },
        engine: { kafka: rows.length, flink: rows.length },
      },
      clusters: [],
    };
  });
}

const ROWS = [
  pipeline('clicks', 'Degraded'),
  pipeline('billing', 'Healthy', 'group:default/fin'),
];

function show(
  listPipelines: ReturnType<typeof backend>,
  options: { owners?: string[]; starred?: string[]; at?: string } = {},
) {
  const starred = new MockStarredEntitiesApi();
  for (const ref of options.starred ?? []) starred.toggleStarred(ref);
  const identity = mockApis.identity({
    ownershipEntityRefs: options.owners ?? ['group:default/web'],
  });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [pipelinesApiRef, { listPipelines }],
        [starredEntitiesApiRef, starred],
        [permissionApiRef, mockApis.permission()],
        [identityApiRef, identity],
      ]}
    >
      <FleetPage />
    </TestApiProvider>,
    {
      routeEntries: [options.at ?? '/'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const row = (name: string) =>
  screen.findByRole('row', { name: new RegExp(name) }, { timeout: 10_000 });

describe('FleetPage', () => {
  it('begins with what belongs to the viewer', async () => {
    await show(backend(ROWS));
    expect(await row('clicks')).toHaveTextContent('clicks is Degraded');
    expect(screen.queryByText('billing')).not.toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Mine 1' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'All 2' })).not.toBeChecked();
  });

  it('begins with everything where nothing belongs to the viewer', async () => {
    await show(backend(ROWS), { owners: ['user:default/guest'] });
    await row('billing');
    expect(screen.getByRole('radio', { name: 'All 2' })).toBeChecked();
  });

  it('shows the starred ones, and how to get one', async () => {
    await show(backend(ROWS), {
      starred: ['component:default/billing'],
      at: '/?show=starred',
    });
    await row('billing');
    expect(screen.queryByText('clicks')).not.toBeInTheDocument();
  });

  it('says that none is starred', async () => {
    await show(backend(ROWS), { at: '/?show=starred' });
    expect(
      await screen.findByText('You have starred no pipeline'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show all 2' }));
    await row('billing');
  });

  it('asks the backend for what is typed, and clears it again', async () => {
    const listPipelines = backend(ROWS);
    await show(listPipelines, { at: '/?show=all' });
    await row('clicks');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search pipelines' }),
      'nothing',
    );
    expect(
      await screen.findByText('No pipeline matches', undefined, {
        timeout: 5_000,
      }),
    ).toBeInTheDocument();
    expect(listPipelines).toHaveBeenLastCalledWith(
      expect.objectContaining({ text: 'nothing' }),
    );
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await row('clicks');
  });

  it('shows what the address asks for', async () => {
    await show(backend(ROWS), { at: '/?show=all&health=Healthy' });
    await row('billing');
    expect(screen.queryByText('clicks')).not.toBeInTheDocument();
  });

  it('tells a screen reader how many rows there are, loaded or not', async () => {
    await show(backend(ROWS), { at: '/?show=all' });
    expect(await row('billing')).toHaveAttribute('aria-rowindex', '3');
    const table = screen.getByRole('grid', { name: 'Pipelines' });
    expect(table).toHaveAttribute('aria-rowcount', '3');
    expect(
      screen.getByRole('columnheader', { name: 'Health' }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('is one stop of the Tab key, and goes by arrows from row to row', async () => {
    const rows = Array.from({ length: 25 }, (_, index) =>
      pipeline(`p${index}`, 'Healthy'),
    );
    await show(backend(rows), { at: '/?show=all' });
    const link = (name: string) => screen.getByText(name);
    await screen.findByText('p24');
    const stops = () => document.querySelectorAll('[role=row] a[tabindex="0"]');
    expect([...stops()]).toEqual([link('p0')]);
    act(() => link('p0').focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(link('p1')).toHaveFocus();
    await userEvent.keyboard('{PageDown}{PageDown}');
    expect(link('p21')).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowDown}');
    expect(link('p24')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}');
    expect(link('p24')).toHaveFocus();
    expect([...stops()]).toEqual([link('p24')]);
    await userEvent.keyboard('{Home}');
    expect(link('p0')).toHaveFocus();
  });

  it('sorts by what the backend sorts by, and turns round', async () => {
    const listPipelines = backend(ROWS);
    await show(listPipelines, { at: '/?show=all' });
    await row('clicks');
    const sort = (name: string) =>
      userEvent.click(screen.getByRole('button', { name }));
    await sort('Pipeline');
    await waitFor(() =>
      expect(listPipelines).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'name', order: 'asc' }),
      ),
    );
    await sort('Pipeline');
    await waitFor(() =>
      expect(listPipelines).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'name', order: 'desc' }),
      ),
    );
    expect(screen.queryByRole('button', { name: 'Why' })).toBeNull();
  });

  it('says what a pipeline is, and the two ways to one, where there is none', async () => {
    await show(backend([]));
    expect(
      await screen.findByText('There are no data pipelines yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Adopt what runs' }),
    ).toHaveAttribute('href', expect.stringContaining('docs/adopt.md'));
  });

  it('keeps its rows when the backend fails', async () => {
    const listPipelines = backend(ROWS);
    await show(listPipelines, { at: '/?show=all' });
    await row('clicks');
    listPipelines.mockRejectedValueOnce(new Error('HTTP 503'));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search pipelines' }),
      'c',
    );
    await waitFor(
      () => expect(screen.getByText(/HTTP 503/)).toBeInTheDocument(),
      { timeout: 5_000 },
    );
    expect(screen.getByText('clicks')).toBeInTheDocument();
  });
});
