import { mockServices } from '@backstage/backend-test-utils';
import {
  FlinkDeployment,
  FlinkStats,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkPoll } from './FlinkPoll';

const RESOURCE = 'flinkdeployments.flink.apache.org';
const NOW = new Date('2026-11-28T12:00:00Z');

function deployment(state: 'RUNNING' | 'SUSPENDED'): FlinkDeployment {
  return {
    kind: 'FlinkDeployment',
    metadata: {
      namespace: 'data',
      name: 'orders',
      labels: {},
      annotations: {},
    },
    spec: {},
    status: {
      jobManagerDeploymentStatus: 'READY',
      jobStatus: { state, jobId: '98ef5b6c87ccd066a8a7dfd1290e9288' },
    },
  };
}

describe('FlinkPoll', () => {
  const index = new ObjectIndex();
  const poll = (every: number) =>
    new FlinkPoll({
      access: {
        listClusters: async () => [],
        get: async () => new Response('{}'),
      },
      collector: {
        names: () => ['east'],
        now: () => NOW,
        source: () => index,
        state: () => ({ name: 'east', status: 'live' }),
      },
      every,
      logger: mockServices.logger.mock(),
    });

  const awaits = (stats: FlinkStats | undefined, every = 30_000) => {
    index.put(RESOURCE, deployment('RUNNING'));
    index.putFlinkStats(RESOURCE, 'data', 'orders', stats);
    return poll(every).awaits({
      cluster: 'east',
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      namespace: 'data',
      name: 'orders',
    });
  };

  it('awaits what Flink says of a job until it was asked, and again when that is old', () => {
    expect(awaits(undefined)).toBe(true);
    const at = '2026-11-28T11:59:00Z';
    expect(awaits({ at, freshFor: 90 })).toBe(false);
    expect(awaits({ at, freshFor: 30 })).toBe(true);
    expect(awaits({ at, freshFor: 30, error: 'no answer' })).toBe(false);
    expect(awaits(undefined, 0)).toBe(false);
  });

  it('awaits nothing of a job that does not run', () => {
    index.put(RESOURCE, deployment('SUSPENDED'));
    expect(
      poll(30_000).awaits({
        cluster: 'east',
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        namespace: 'data',
        name: 'orders',
      }),
    ).toBe(false);
  });
});
