import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { JsonObject } from '@backstage/types';
import { PipelinesSignal } from '@headworks/backstage-plugin-data-pipelines-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { pipelinesApiRef } from '../api/PipelinesApi';
import { jobPage, pipelineView } from '../components/__testUtils__/views';
import { useJob, usePipeline } from './useEntityViews';

const JOB = { namespace: 'default', name: 'sessionize' };
const PIPELINE = { namespace: 'default', name: 'clickstream' };

describe('useJob and usePipeline', () => {
  const api = {
    getJob: jest.fn(async () => jobPage()),
    getPipeline: jest.fn(async () => pipelineView([])),
  };
  let signal: (refs: string[]) => void;

  beforeEach(() => jest.clearAllMocks());

  function render<T>(hook: () => T) {
    const signals: SignalApi = {
      subscribe: <M extends JsonObject>(
        _channel: string,
        onMessage: (message: M) => void,
      ) => {
        signal = refs => {
          const message: PipelinesSignal = { refs, version: 1 };
          act(() => onMessage(message as JsonObject as M));
        };
        return { unsubscribe: () => {} };
      },
    };
    return renderHook(hook, {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider
          apis={[
            [pipelinesApiRef, api],
            [signalApiRef, signals],
          ]}
        >
          {children}
        </TestApiProvider>
      ),
    });
  }

  const settled = () => new Promise(resolve => setTimeout(resolve, 700));

  it('asks again for a job only when its own pipeline changed', async () => {
    const { result } = render(() => useJob(JOB));
    await waitFor(() => expect(result.current.data).toBeDefined());
    signal(['component:default/another']);
    await act(settled);
    expect(api.getJob).toHaveBeenCalledTimes(1);
    signal(['component:default/clickstream']);
    await waitFor(() => expect(api.getJob).toHaveBeenCalledTimes(2));
  });

  it('asks again for a pipeline when it changed, or when anything may have', async () => {
    const { result } = render(() => usePipeline(PIPELINE));
    await waitFor(() => expect(result.current.data).toBeDefined());
    signal(['component:default/another']);
    await act(settled);
    expect(api.getPipeline).toHaveBeenCalledTimes(1);
    signal(['component:default/clickstream']);
    await waitFor(() => expect(api.getPipeline).toHaveBeenCalledTimes(2));
    signal(['*']);
    await waitFor(() => expect(api.getPipeline).toHaveBeenCalledTimes(3));
  });
});
