import {
  FlinkDeployment,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { NoAnswer } from '../serviceProxy/NoAnswer';
import { FlinkLook } from './FlinkLook';

const RESOURCE = 'flinkdeployments.flink.apache.org';
const NOW = new Date('2026-11-28T12:00:00Z');
const environment = {
  name: 'dev',
  cluster: 'east',
  namespace: 'data',
  release: 'orders',
};
const object = {
  cluster: 'east',
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  namespace: 'data',
  name: 'orders',
};
const checkpoint = {
  id: 7,
  isSavepoint: false,
  state: 'completed' as const,
  startedAt: '2026-11-28T11:59:30.000Z',
  took: 800,
  size: 2_048,
};

function deployment(state: 'RUNNING' | 'SUSPENDED'): FlinkDeployment {
  const { namespace, name } = object;
  return {
    kind: 'FlinkDeployment',
    metadata: { namespace, name, labels: {}, annotations: {} },
    spec: {},
    status: {
      jobManagerDeploymentStatus: 'READY',
      jobStatus: { state, jobId: '98ef5b6c87ccd066a8a7dfd1290e9288' },
    },
  };
}

describe('FlinkLook', () => {
  let index: ObjectIndex;
  let asked: string[];
  let answer: (read: string) => unknown;
  let look: FlinkLook;

  beforeEach(() => {
    [index, asked] = [new ObjectIndex(), []];
    index.put(RESOURCE, deployment('RUNNING'));
    answer = read =>
      read === 'checkpointInterval' ? 60_000 : { checkpoints: [checkpoint] };
    look = new FlinkLook({
      access: {
        listClusters: async () => [],
        get: async () => new Response('{}'),
      },
      collector: { now: () => NOW, source: () => index },
      proxy: {
        read: async (service, read) => {
          asked.push(`${service.namespace}/${service.name} ${read}`);
          return (await answer(read)) as never;
        },
      },
    });
  });

  it('tells what Flink remembers and what it means, once for all who look', async () => {
    const views = await Promise.all(
      Array.from({ length: 50 }, () =>
        look.checkpoints({ environment, object }),
      ),
    );
    expect(views[49]).toEqual({
      environment,
      at: NOW.toISOString(),
      checkpoints: [checkpoint],
      interval: 60_000,
      trend: {
        isGood: true,
        sentence:
          'Checkpoints are made as they should be: about 800 ms and 2 KiB each',
      },
    });
    expect(asked).toEqual([
      'data/orders-rest checkpointInterval',
      'data/orders-rest checkpointHistory',
    ]);
  });

  it('asks nobody about a job that does not run, or is not there', async () => {
    index.put(RESOURCE, deployment('SUSPENDED'));
    for (const what of [object, undefined]) {
      const view = await look.checkpoints({ environment, object: what });
      expect(view.unanswered).toBe(
        'The job does not run, and Flink remembers checkpoints only while it does',
      );
    }
    expect(asked).toEqual([]);
  });

  it('says why Flink does not answer', async () => {
    answer = () => Promise.reject(new NoAnswer('forbidden', 'no', 403));
    const view = await look.checkpoints({ environment, object });
    expect(view.checkpoints).toEqual([]);
    expect(view.unanswered).toMatch(/manifests\/flink.yaml/);
    expect(view.trend).toBeUndefined();
  });

  it('says that checkpoints are switched off', async () => {
    answer = () =>
      Promise.reject(
        new NoAnswer('error', 'Checkpointing is not enabled', 404),
      );
    const view = await look.checkpoints({ environment, object });
    expect(view.unanswered).toBeUndefined();
    expect(view.trend).toMatchObject({ isGood: false });
  });
});
