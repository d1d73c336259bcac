import { TestApiProvider } from '@backstage/test-utils';
import { JsonObject } from '@backstage/types';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import {
  PipelineList,
  PipelineQuery,
  PipelineSummary,
  PipelinesSignal,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { pipelinesApiRef } from '../api/PipelinesApi';
import { usePipelines } from './usePipelines';

function row(index: number, health: 'Healthy' | 'Degraded' = 'Healthy') {
  const verdict = { health, reason: 'X', message: `is ${health}` };
  const summary: PipelineSummary = {
    entityRef: `component:default/p${index}`,
    name: `p${index}`,
    engines: [],
    environments: [],
    verdict,
  };
  return summary;
}

const facets = {
  all: 0,
  health: {},
  owner: {},
  cluster: {},
  environment: {},
  engine: {},
};

/** A backend of many pipelines whose cursor is the number of the next row. */
class Backend {
  rows = Array.from({ length: 250 }, (_, index) => row(index));
  asked: PipelineQuery[] = [];
  down = false;

  listPipelines = async (query: PipelineQuery = {}): Promise<PipelineList> => {
    this.asked.push(query);
    if (this.down) throw new Error('HTTP 503');
    const matching = this.rows.filter(({ name }) =>
      name.includes(query.text ?? ''),
    );
    const from = Number(query.cursor ?? 0);
    const to = from + (query.limit ?? 100);
    return structuredClone({
      items: matching.slice(from, to),
      nextCursor: to < matching.length ? String(to) : undefined,
      total: matching.length,
      facets,
      clusters: [],
    });
  };
}

describe('usePipelines', () => {
  let backend: Backend;
  let signal: (message: PipelinesSignal) => void;

  beforeEach(() => {
    backend = new Backend();
  });

  function render(query: PipelineQuery = {}) {
    const signals: SignalApi = {
      subscribe: <T extends JsonObject>(
        _channel: string,
        onMessage: (message: T) => void,
      ) => {
        signal = message => onMessage(message as JsonObject as T);
        return { unsubscribe: () => {} };
      },
    };
    return renderHook((asked: PipelineQuery) => usePipelines(asked), {
      initialProps: query,
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider
          apis={[
            [pipelinesApiRef, backend],
            [signalApiRef, signals],
          ]}
        >
          {children}
        </TestApiProvider>
      ),
    });
  }

  it('loads a page, and the next when it is asked to', async () => {
    const { result } = render();
    await waitFor(() => expect(result.current.data?.items).toHaveLength(100));
    await act(async () => result.current.loadMore());
    expect(result.current.data?.items).toHaveLength(200);
    expect(backend.asked).toEqual([
      { limit: 100 },
      { limit: 100, cursor: '100' },
    ]);
  });

  it('takes what is shown anew when one of it changed, and keeps the rows that did not', async () => {
    const { result } = render();
    await waitFor(() => expect(result.current.data).toBeDefined());
    await act(async () => result.current.loadMore());
    const before = result.current.data?.items ?? [];
    backend.rows[150] = row(150, 'Degraded');
    act(() => signal({ refs: ['component:default/p150'], version: 2 }));
    await waitFor(() =>
      expect(result.current.data?.items[150].verdict.health).toBe('Degraded'),
    );
    expect(backend.asked.at(-1)).toEqual({ limit: 200 });
    expect(result.current.data?.items[149]).toBe(before[149]);
  });

  it('takes its time for what is not on screen', async () => {
    const { result } = render();
    await waitFor(() => expect(result.current.data).toBeDefined());
    act(() => signal({ refs: ['component:default/p240'], version: 2 }));
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(backend.asked).toHaveLength(1);
    await waitFor(() => expect(backend.asked).toHaveLength(2), {
      timeout: 4_000,
    });
  });

  it('keeps the rows on screen until another question is answered', async () => {
    const { result, rerender } = render();
    await waitFor(() => expect(result.current.data).toBeDefined());
    rerender({ text: 'p24' });
    expect(result.current.pending).toBe(true);
    expect(result.current.data?.items).toHaveLength(100);
    await waitFor(() => expect(result.current.pending).toBe(false));
    expect(result.current.data?.items).toHaveLength(11);
  });

  it('keeps what it has when the backend fails, and says so', async () => {
    const { result } = render();
    await waitFor(() => expect(result.current.data).toBeDefined());
    backend.down = true;
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error?.message).toBe('HTTP 503'));
    expect(result.current.data?.items).toHaveLength(100);
    backend.down = false;
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeUndefined());
  });
});
