import fs from 'node:fs';
import path from 'node:path';
import { applyCrds } from '../cluster/applyCrds';
import { ensureBinaries } from '../cluster/binaries';
import { Cluster, startCluster } from '../cluster/cluster';
import { ensureCrds } from '../cluster/crds';
import { NetworkNamespace, POD_ADDRESS } from '../cluster/NetworkNamespace';
import { freePorts } from '../cluster/processes';
import {
  countingJob,
  FlinkProcess,
  flinkKafkaJars,
  readingJob,
  startFlink,
} from '../engines/flink';
import { FlinkRest } from '../engines/flinkRest';

export const NAMESPACE = 'pipelines';
const IN_NAMESPACE = `/api/v1/namespaces/${NAMESPACE}`;
const FLINK = `/apis/flink.apache.org/v1beta1/namespaces/${NAMESPACE}`;

const LABELS = {
  'headworks.dev/pipeline': 'clickstream',
  'headworks.dev/environment': 'dev',
};

/** What an operator says of a job that runs. */
const RUNNING = {
  jobManagerDeploymentStatus: 'READY',
  lifecycleState: 'STABLE',
  reconciliationStatus: { state: 'DEPLOYED' },
};

/** How a job is run. */
export interface RunOptions {
  /** `slow` reports less than it is given. */
  graph?: 'one' | 'slow';
  /** What it starts from. */
  savepointPath?: string;
}

/**
 * A real API server and a real Flink in a network of their own, so that the
 * one reaches the other as it reaches a pod.
 */
export class FlinkNetwork {
  readonly network: NetworkNamespace;
  readonly cluster: Cluster;
  readonly rest: FlinkRest;
  readonly #processes: FlinkProcess[];

  static async start(): Promise<FlinkNetwork> {
    const network = await NetworkNamespace.start();
    const processes: FlinkProcess[] = [];
    try {
      return await FlinkNetwork.#startIn(network, processes);
    } catch (error) {
      for (const one of processes) await one.stop();
      await network.stop();
      throw error;
    }
  }

  static async #startIn(
    network: NetworkNamespace,
    processes: FlinkProcess[],
  ): Promise<FlinkNetwork> {
    const [api, rest] = await freePorts(2);
    await network.relay(api, { host: '127.0.0.1', port: api });
    await network.relay(rest, { host: POD_ADDRESS, port: 8081 });
    const { etcd, kubeApiserver } = await ensureBinaries(() => {});
    processes.push(...(await startEngine(network)));
    const cluster = await startCluster({
      dataDirectory: path.join(network.home, 'cluster'),
      binaries: {
        etcd: network.inside(etcd),
        kubeApiserver: network.inside(kubeApiserver),
      },
      port: api,
      log: () => {},
    });
    try {
      const crds = await ensureCrds(() => {});
      await applyCrds(
        cluster,
        crds.filter(file => /flink/i.test(path.basename(file))),
      );
      await cluster.client.apply(IN_NAMESPACE, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: NAMESPACE },
      });
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return new FlinkNetwork(network, cluster, processes, rest);
  }

  private constructor(
    network: NetworkNamespace,
    cluster: Cluster,
    processes: FlinkProcess[],
    port: number,
  ) {
    this.network = network;
    this.cluster = cluster;
    this.#processes = processes;
    this.rest = new FlinkRest(port);
  }

  /** Runs a job with a checkpoint each second, kept in {@link checkpointsOf}. */
  async run(
    name: string,
    configuration: object = {},
    { graph = 'one', savepointPath }: RunOptions = {},
  ): Promise<string> {
    await this.#whenReady();
    return this.rest.run(new Blob([fs.readFileSync(await countingJob())]), {
      programArgsList: [graph, path.join(this.network.home, `${name}.counts`)],
      parallelism: 1,
      savepointPath,
      flinkConfiguration: {
        'execution.checkpointing.interval': '1s',
        'execution.checkpointing.dir': `file://${this.checkpointsOf(name)}`,
        ...configuration,
      },
    });
  }

  /** Runs a job that reads a topic, and takes so many milliseconds for a record. */
  async read(
    bootstrap: string,
    topic: string,
    milliseconds: number,
  ): Promise<string> {
    await this.#whenReady();
    return this.rest.run(new Blob([fs.readFileSync(await readingJob())]), {
      programArgsList: [bootstrap, topic, String(milliseconds)],
    });
  }

  async #whenReady() {
    await this.rest.until(
      'a TaskManager',
      rest => rest.get<{ taskmanagers: number }>('/overview'),
      ({ taskmanagers }) => taskmanagers === 1,
      300,
    );
  }

  checkpointsOf(name: string): string {
    return path.join(this.network.home, `checkpoints-${name}`);
  }

  /** The folder that savepoints go to where nobody says another. */
  get savepoints(): string {
    return savepointsIn(this.network);
  }

  /** The Service that the operator or our chart makes for a Flink's REST. */
  async serve(flink: string, ip = POD_ADDRESS, port = 8081) {
    const name = `${flink}-rest`;
    const { client } = this.cluster;
    await client.apply(`${IN_NAMESPACE}/services/${name}`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: NAMESPACE },
      spec: {
        ports: [{ name: 'rest', port: 8081, targetPort: port }],
      },
    });
    // The API server passes on to pods alone, at the address in their status.
    const pods = `${IN_NAMESPACE}/pods`;
    await client.create(pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name },
      spec: { containers: [{ name: 'main', image: 'flink:2.2' }] },
    });
    await client.merge(`${pods}/${name}/status`, {
      status: { phase: 'Running', podIP: ip, podIPs: [{ ip }] },
    });
    await client.apply(`${IN_NAMESPACE}/endpoints/${name}`, {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name, namespace: NAMESPACE },
      subsets: [
        {
          addresses: [
            { ip, targetRef: { kind: 'Pod', namespace: NAMESPACE, name } },
          ],
          ports: [{ name: 'rest', port }],
        },
      ],
    });
  }

  /** As the operator says of it that it runs; without `jobId` a session cluster. */
  async deployment(flink: string, job?: { name: string; jobId: string }) {
    await this.#object('flinkdeployments', {
      kind: 'FlinkDeployment',
      name: flink,
      job: job?.name,
      spec: {
        image: 'flink:2.2',
        flinkVersion: 'v2_2',
        serviceAccount: 'flink',
        jobManager: { resource: { memory: '1g', cpu: 1 } },
        taskManager: { resource: { memory: '1g', cpu: 1 } },
        ...(job && { job: { jarURI: 'local:///job.jar', parallelism: 1 } }),
      },
      status: { ...RUNNING, ...(job && { jobStatus: runs(job.jobId) }) },
    });
  }

  async sessionJob(session: string, job: { name: string; jobId: string }) {
    await this.#object('flinksessionjobs', {
      kind: 'FlinkSessionJob',
      name: `clickstream-${job.name}`,
      job: job.name,
      spec: {
        deploymentName: session,
        job: { jarURI: 'https://example.com/job.jar', parallelism: 1 },
      },
      status: { ...RUNNING, jobStatus: runs(job.jobId) },
    });
  }

  /** The JobManager's StatefulSet of a job without an operator. */
  async statefulSet(flink: string, job: string) {
    const name = `${flink}-jobmanager`;
    const collection = `/apis/apps/v1/namespaces/${NAMESPACE}/statefulsets`;
    const labels = { app: flink, component: 'jobmanager' };
    const { metadata } = await this.cluster.client.create(collection, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name, labels: { ...LABELS, 'headworks.dev/job': job } },
      spec: {
        serviceName: flink,
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'main', image: 'flink:2.2' }] },
        },
      },
    });
    await this.cluster.client.merge(`${collection}/${name}/status`, {
      status: {
        observedGeneration: metadata.generation,
        replicas: 1,
        readyReplicas: 1,
      },
    });
  }

  /** As the operator says of a job that it deployed again, and how it means to have. */
  async deployed(
    flink: string,
    next: { jobId: string; mode: string; path?: string; image: string },
  ) {
    const { jobId, mode, path: upgradeSavepointPath, image } = next;
    const at = `${FLINK}/flinkdeployments/${flink}`;
    const { client } = this.cluster;
    const { metadata } = await client.merge(at, {
      spec: { image, job: { state: 'running', upgradeMode: 'savepoint' } },
    });
    await client.merge(`${at}/status`, {
      status: {
        ...RUNNING,
        observedGeneration: metadata.generation,
        jobStatus: { ...runs(jobId), upgradeSavepointPath },
        reconciliationStatus: {
          state: 'DEPLOYED',
          reconciliationTimestamp: Date.now(),
          lastReconciledSpec: JSON.stringify({
            spec: { image, job: { upgradeMode: mode } },
            resource_metadata: { firstDeployment: false },
          }),
        },
      },
    });
  }

  /** As the operator says of a job that was suspended on request. */
  async suspend(flink: string) {
    const at = `${FLINK}/flinkdeployments/${flink}`;
    const { client } = this.cluster;
    const { metadata } = await client.merge(at, {
      spec: { job: { state: 'suspended' } },
    });
    await client.merge(`${at}/status`, {
      status: {
        observedGeneration: metadata.generation,
        lifecycleState: 'SUSPENDED',
        jobManagerDeploymentStatus: 'MISSING',
        jobStatus: { state: 'FINISHED' },
      },
    });
  }

  async stop() {
    for (const one of this.#processes) await one.stop();
    await this.cluster.stop();
    await this.network.stop();
  }

  async #object(
    plural: string,
    object: {
      kind: string;
      name: string;
      job?: string;
      spec: object;
      status: object;
    },
  ) {
    const { kind, name, job, spec, status } = object;
    const { client } = this.cluster;
    const { metadata } = await client.create(`${FLINK}/${plural}`, {
      apiVersion: 'flink.apache.org/v1beta1',
      kind,
      metadata: {
        name,
        labels: { ...LABELS, ...(job && { 'headworks.dev/job': job }) },
      },
      spec,
    });
    await client.merge(`${FLINK}/${plural}/${name}/status`, {
      status: { ...status, observedGeneration: metadata.generation },
    });
  }
}

function savepointsIn({ home }: NetworkNamespace): string {
  return path.join(home, 'savepoints');
}

function runs(jobId: string) {
  return { jobId, state: 'RUNNING', startTime: String(Date.now()) };
}

async function startEngine(network: NetworkNamespace): Promise<FlinkProcess[]> {
  const configuration = {
    'jobmanager.rpc.address': '127.0.0.1',
    'jobmanager.rpc.port': '6123',
    'rest.address': POD_ADDRESS,
    'rest.bind-address': POD_ADDRESS,
    'rest.port': '8081',
    'jobmanager.memory.process.size': '1g',
    'taskmanager.host': '127.0.0.1',
    'taskmanager.numberOfTaskSlots': '4',
    'execution.checkpointing.savepoint-dir': `file://${savepointsIn(network)}`,
    'metrics.fetcher.update-interval': '500',
  };
  const lib = await flinkKafkaJars();
  return Promise.all(
    (['session', 'taskmanager'] as const).map(role =>
      startFlink({
        lib,
        role,
        folder: path.join(network.home, role),
        configuration,
        program: file => network.inside(file),
      }),
    ),
  );
}
