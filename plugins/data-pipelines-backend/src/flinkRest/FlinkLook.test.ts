import {
  FlinkDeployment,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { NoAnswer } from '../serviceProxy/NoAnswer';
import { FlinkLook } from './FlinkLook';
import { lookAtCheckpoints } from './lookAtCheckpoints';
import { lookAtJob } from './lookAtJob';
import { lookAtLag } from './lookAtLag';

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

  const looking = (every: number) =>
    new FlinkLook({
      every,
      access: {
        listClusters: async () => [],
        get: async () => new Response('{}'),
      },
      collector: { now: () => NOW, source: () => index },
      proxy: {
        read: async (service, read, { vertex = '' }) => {
          const where = `${service.namespace}/${service.name}`;
          asked.push(`${where} ${read} ${vertex}`.trim());
          return (await answer(read)) as never;
        },
      },
    });

  beforeEach(() => {
    [index, asked] = [new ObjectIndex(), []];
    index.put(RESOURCE, deployment('RUNNING'));
    answer = read =>
      read === 'checkpointInterval' ? 60_000 : { checkpoints: [checkpoint] };
    look = looking(30_000);
  });

  it('tells what Flink remembers and what it means, once for all who look', async () => {
    const views = await Promise.all(
      Array.from({ length: 50 }, () =>
        look.at({ environment, object }, lookAtCheckpoints),
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
      const view = await look.at(
        { environment, object: what },
        lookAtCheckpoints,
      );
      expect(view.unanswered).toBe(
        'The job does not run, and Flink remembers checkpoints only while it does',
      );
    }
    expect(asked).toEqual([]);
  });

  it('asks nobody where the configuration says so', async () => {
    const { unanswered } = await looking(0).at(
      { environment, object },
      lookAtLag,
    );
    expect(unanswered).toMatch(/flink\.askEvery is 0/);
    expect(asked).toEqual([]);
  });

  it('says why Flink does not answer', async () => {
    answer = () => Promise.reject(new NoAnswer('forbidden', 'no', 403));
    const view = await look.at({ environment, object }, lookAtCheckpoints);
    expect(view.checkpoints).toEqual([]);
    expect(view.unanswered).toMatch(/manifests\/flink.yaml/);
    expect(view.trend).toBeUndefined();
  });

  it('says where the time of a long checkpoint went', async () => {
    const tasks = {
      a: { subtasks: 2, acknowledged: 2, took: 40 },
      b: { subtasks: 2, acknowledged: 2, took: 9_000 },
    };
    const vertex = { parallelism: 2, status: 'RUNNING', inputs: [] };
    const answers: Record<string, unknown> = {
      checkpointInterval: 60_000,
      checkpointHistory: { checkpoints: [{ ...checkpoint, took: 9_100 }] },
      graph: [
        { ...vertex, id: 'a', name: 'source' },
        { ...vertex, id: 'b', name: 'join' },
      ],
      checkpointSteps: tasks,
      checkpointStep: { alignment: 8_000 },
    };
    answer = read => answers[read];
    const view = await look.at({ environment, object }, lookAtCheckpoints);
    expect(view.slowest).toMatch(
      /^Checkpoint 7 waited longest for "join": 9 s, 8 s of it until the barriers/,
    );
    expect(asked.at(-1)).toBe('data/orders-rest checkpointStep b');
  });

  it('says nothing of a long checkpoint that Flink has just forgotten', async () => {
    answer = read => {
      if (read === 'checkpointInterval') return 60_000;
      if (read === 'checkpointHistory') {
        return { checkpoints: [{ ...checkpoint, took: 9_100 }] };
      }
      if (read === 'graph') return [];
      throw new NoAnswer('error', 'Could not find checkpoint', 404);
    };
    const view = await look.at({ environment, object }, lookAtCheckpoints);
    expect(view.slowest).toBeUndefined();
    expect(view.checkpoints).toHaveLength(1);
  });

  it('says that checkpoints are switched off', async () => {
    answer = () =>
      Promise.reject(
        new NoAnswer('error', 'Checkpointing is not enabled', 404),
      );
    const view = await look.at({ environment, object }, lookAtCheckpoints);
    expect(view.unanswered).toBeUndefined();
    expect(view.trend).toMatchObject({ isGood: false });
  });

  it('tells the steps of a job and which one holds it back', async () => {
    const vertex = { parallelism: 2, status: 'RUNNING' };
    answer = read =>
      ({
        graph: [
          { ...vertex, id: 'a', name: 'source', inputs: [] },
          { ...vertex, id: 'b', name: 'sink', inputs: ['a'] },
        ],
        failures: [],
        watermark: undefined,
        lagMetrics: [],
        vertexMetrics: asked.at(-1)?.endsWith('a') ? { held: 1 } : { busy: 1 },
      }[read]);
    const view = await look.at({ environment, object }, lookAtJob);
    expect(view.pressure).toMatch(/^"sink" holds the job back/);
    expect(view.vertices.map(({ held, busy }) => [held, busy])).toEqual([
      [1, undefined],
      [undefined, 1],
    ]);
    expect(asked).toHaveLength(7);
  });

  it('tells how far the sources of a job are behind, together', async () => {
    const vertex = { parallelism: 2, status: 'RUNNING' };
    const graph = [
      { ...vertex, id: 'a', name: 'clicks', inputs: [] },
      { ...vertex, id: 'b', name: 'users', inputs: [] },
      { ...vertex, id: 'c', name: 'numbers', inputs: [] },
      { ...vertex, id: 'd', name: 'join', inputs: ['a', 'b', 'c'] },
    ];
    answer = read => {
      const of = asked.at(-1)?.slice(-1);
      if (read === 'graph') return graph;
      if (read === 'lag') return of === 'a' ? 48_000 : 210;
      return of === 'c' ? [] : [`${of}.pendingRecords`];
    };
    const view = await look.at({ environment, object }, lookAtLag);
    expect(view.records).toBe(48_210);
    expect(asked.some(one => one.endsWith(' d'))).toBe(false);
    answer = read => (read === 'graph' ? graph.slice(2) : []);
    const other = { ...environment, name: 'prod' };
    expect(await look.at({ environment: other, object }, lookAtLag)).toEqual({
      environment: other,
      at: NOW.toISOString(),
    });
  });

  it('keeps what different looks get apart', async () => {
    answer = read =>
      read === 'graph' || read === 'failures' ? [] : { checkpoints: [] };
    const both = await Promise.all([
      look.at({ environment, object }, lookAtJob),
      look.at({ environment, object }, lookAtCheckpoints),
    ]);
    expect(both[0]).toMatchObject({ vertices: [], failures: [] });
    expect(both[1]).toMatchObject({ checkpoints: [] });
  });
});
