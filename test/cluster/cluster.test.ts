import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { applyCrds } from './applyCrds';
import { ensureBinaries } from './binaries';
import { ApiError, KubernetesObject } from './client';
import { Cluster, startCluster } from './cluster';
import { ensureCrds } from './crds';
import { startSimulatedOperators } from './operators';
import { FlinkDeployment } from './operators/flinkTransitions';
import { startPlaygroundKafka } from './playgroundKafka';

const FLINK = '/apis/flink.apache.org/v1beta1/namespaces/pipelines';
const STRIMZI = '/apis/kafka.strimzi.io/v1/namespaces/kafka';
const SPARK = '/apis/sparkoperator.k8s.io/v1beta2/namespaces/pipelines';

interface WithStatus extends KubernetesObject {
  status?: {
    state?: string;
    path?: string;
    nodeIds?: number[];
    readyPods?: number;
    applicationState?: { state: string };
    conditions?: Array<{ type: string; status: string }>;
  };
}

describe('the playground cluster', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-cluster-'));
  let cluster: Cluster;
  let operators: { stop(): Promise<void> };

  beforeAll(async () => {
    const log = () => {};
    cluster = await startCluster({
      dataDirectory: home,
      binaries: await ensureBinaries(log),
      log,
    });
    await applyCrds(cluster, await ensureCrds(log));
    await startPlaygroundKafka(cluster);
    operators = await startSimulatedOperators({ cluster, log, speed: 20 });
  });

  afterAll(async () => {
    await operators?.stop();
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  async function until<T extends KubernetesObject>(
    resource: string,
    done: (object: T) => boolean,
  ): Promise<T> {
    const deadline = Date.now() + 20_000;
    let object = await cluster.client.get<T>(resource);
    while (!done(object) && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 50));
      object = await cluster.client.get<T>(resource);
    }
    return object;
  }

  const flinkDeployment = (name: string, extra: object = {}) => ({
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name, namespace: 'pipelines', ...extra },
    spec: {
      image: 'flink:2.1',
      flinkVersion: 'v2_1',
      flinkConfiguration: {
        'execution.checkpointing.savepoint-dir': 's3://demo/savepoints',
      },
      job: { parallelism: 1, state: 'running', upgradeMode: 'savepoint' },
    },
  });

  it('refuses a field that the operator does not know', async () => {
    const bad = {
      ...flinkDeployment('typo'),
      spec: { image: 'flink:2.1', paralelism: 2 },
    };
    const refusal = cluster.client.create(
      `${FLINK}/flinkdeployments?fieldValidation=Strict`,
      bad,
    );
    await expect(refusal).rejects.toThrow('unknown field "spec.paralelism"');
    await expect(refusal).rejects.toBeInstanceOf(ApiError);
  });

  it('brings a Flink job up, takes its savepoint, upgrades and removes it', async () => {
    const { client } = cluster;
    await client.create(`${FLINK}/flinkdeployments`, flinkDeployment('orders'));
    const up = await until<FlinkDeployment>(
      `${FLINK}/flinkdeployments/orders`,
      object => object.status?.lifecycleState === 'STABLE',
    );
    expect(up.status).toMatchObject({
      lifecycleState: 'STABLE',
      jobManagerDeploymentStatus: 'READY',
      jobStatus: { state: 'RUNNING' },
    });

    await client.create(`${FLINK}/flinkstatesnapshots`, {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkStateSnapshot',
      metadata: { name: 'orders-1', namespace: 'pipelines' },
      spec: {
        jobReference: { kind: 'FlinkDeployment', name: 'orders' },
        savepoint: { disposeOnDelete: false },
      },
    });
    const snapshot = await until<WithStatus>(
      `${FLINK}/flinkstatesnapshots/orders-1`,
      object => object.status?.state === 'COMPLETED',
    );
    expect(snapshot.status?.path).toMatch(
      /^s3:\/\/demo\/savepoints\/savepoint-/,
    );

    await client.merge(`${FLINK}/flinkdeployments/orders`, {
      spec: { job: { parallelism: 2 } },
    });
    const upgraded = await until<FlinkDeployment>(
      `${FLINK}/flinkdeployments/orders`,
      object =>
        object.status?.observedGeneration === 2 &&
        object.status.lifecycleState === 'STABLE',
    );
    expect(upgraded.status?.jobStatus.upgradeSavepointPath).toMatch(
      /^s3:\/\/demo\/savepoints\//,
    );

    await client.delete(`${FLINK}/flinkdeployments/orders`);
    await expect(
      until(`${FLINK}/flinkdeployments/orders`, () => false),
    ).rejects.toThrow('not found');
  });

  it('fails a job that asks for it, with the words of the operator', async () => {
    await cluster.client.create(
      `${FLINK}/flinkdeployments`,
      flinkDeployment('broken', {
        annotations: { 'simulated.headworks.dev/fail': 'image-pull' },
      }),
    );
    const broken = await until<FlinkDeployment>(
      `${FLINK}/flinkdeployments/broken`,
      object => object.status?.jobManagerDeploymentStatus === 'ERROR',
    );
    expect(broken.status).toMatchObject({
      lifecycleState: 'DEPLOYED',
      jobManagerDeploymentStatus: 'ERROR',
      jobStatus: { state: 'RECONCILING' },
      error: expect.stringContaining('Back-off pulling image'),
    });
  });

  it('makes topics ready, and not those with more replicas than brokers', async () => {
    const topic = (name: string, replicas: number) =>
      cluster.client.create(`${STRIMZI}/kafkatopics`, {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaTopic',
        metadata: { name, labels: { 'strimzi.io/cluster': 'analytics' } },
        spec: { partitions: 3, replicas },
      });
    await topic('clicks', 3);
    await topic('too-many', 5);
    const ready = await until<WithStatus>(
      `${STRIMZI}/kafkatopics/clicks`,
      object => Boolean(object.status),
    );
    expect(ready.status?.conditions).toMatchObject([
      { type: 'Ready', status: 'True' },
    ]);
    const refused = await until<WithStatus>(
      `${STRIMZI}/kafkatopics/too-many`,
      object => Boolean(object.status),
    );
    expect(refused.status?.conditions).toMatchObject([
      { type: 'Ready', status: 'False', reason: 'KafkaError' },
    ]);
  });

  it('runs the brokers of a cluster, and breaks one that it is asked to', async () => {
    const podSet =
      '/apis/core.strimzi.io/v1/namespaces/kafka/strimzipodsets/analytics-dual';
    const ready = (count: number) =>
      until<WithStatus>(podSet, object => object.status?.readyPods === count);
    await until<WithStatus>(
      `${STRIMZI}/kafkanodepools/dual`,
      ({ status }) => status?.nodeIds?.length === 3,
    );
    await until<KubernetesObject>(podSet, () => true);
    expect((await ready(3)).status).toMatchObject({ pods: 3, readyPods: 3 });

    const fail = (what: string | null) =>
      cluster.client.merge(`${STRIMZI}/kafkas/analytics`, {
        metadata: { annotations: { 'simulated.headworks.dev/fail': what } },
      });
    await fail('broker');
    expect((await ready(2)).status?.readyPods).toBe(2);
    const kafka = await cluster.client.get<WithStatus>(
      `${STRIMZI}/kafkas/analytics`,
    );
    expect(kafka.status?.conditions).toMatchObject([
      { type: 'Ready', status: 'True' },
    ]);
    const pod = await cluster.client.get<KubernetesObject>(
      '/api/v1/namespaces/kafka/pods/analytics-dual-2',
    );
    expect(pod).toMatchObject({
      status: {
        containerStatuses: [
          { state: { waiting: { reason: 'ImagePullBackOff' } } },
        ],
      },
    });
    await fail(null);
    expect((await ready(3)).status?.readyPods).toBe(3);
  });

  it('runs a Spark application to its end', async () => {
    const part = { cores: 1, memory: '1g' };
    await cluster.client.create(`${SPARK}/sparkapplications`, {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name: 'report' },
      spec: {
        type: 'Python',
        sparkVersion: '4.0.4',
        mainApplicationFile: 'local:///report.py',
        driver: part,
        executor: { ...part, instances: 1 },
      },
    });
    const done = await until<WithStatus>(
      `${SPARK}/sparkapplications/report`,
      object => object.status?.applicationState?.state === 'COMPLETED',
    );
    expect(done.status?.applicationState?.state).toBe('COMPLETED');
  });
});
