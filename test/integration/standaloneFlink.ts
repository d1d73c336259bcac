import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBinaries } from '../cluster/binaries';
import { KubernetesObject } from '../cluster/client';
import { Cluster, startCluster } from '../cluster/cluster';
import { writeKubeconfig } from '../cluster/kubeconfig';
import { freePorts } from '../cluster/processes';
import { FlinkProcess } from '../engines/flink';
import { FlinkPorts, startRendered } from '../engines/flinkRendered';
import { FlinkRest } from '../engines/flinkRest';

const NAMESPACE = 'pipelines';
const IN_NAMESPACE = `/api/v1/namespaces/${NAMESPACE}`;
const RBAC = `/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}`;

interface TokenRequest extends KubernetesObject {
  status: { token: string };
}

/**
 * A JobManager and a TaskManager as the chart renders them, with Kubernetes HA
 * in a real API server and the rights of the rendered ServiceAccount there.
 */
export class StandaloneFlink {
  readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-flink-'));
  readonly #kubeconfig = path.join(this.home, 'kubeconfig');
  readonly #job: string;
  #cluster?: Cluster;
  #ports?: FlinkPorts;
  #running: FlinkProcess[] = [];

  /** @param job - the name of the job's objects, `<pipeline>-<job>` */
  constructor(job: string) {
    this.#job = job;
  }

  /** Starts the API server and applies what gives the job its rights. */
  async open(objects: KubernetesObject[]) {
    const cluster = await startCluster({
      dataDirectory: path.join(this.home, 'cluster'),
      binaries: await ensureBinaries(() => {}),
      log: () => {},
    });
    this.#cluster = cluster;
    const { client, url, caData } = cluster;
    await client.apply(IN_NAMESPACE, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    for (const [kind, at] of [
      ['ServiceAccount', `${IN_NAMESPACE}/serviceaccounts`],
      ['Role', `${RBAC}/roles`],
      ['RoleBinding', `${RBAC}/rolebindings`],
    ]) {
      const object = objects.find(
        one => one.kind === kind && one.metadata.name === this.#job,
      );
      await client.apply(`${at}/${this.#job}`, object!);
    }
    const { status } = (await client.create(
      `${IN_NAMESPACE}/serviceaccounts/${this.#job}/token`,
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      },
    )) as TokenRequest;
    writeKubeconfig({
      file: this.#kubeconfig,
      url,
      caData,
      token: status.token,
    });
    const [rest, jobManager, blob, taskManager, data] = await freePorts(5);
    this.#ports = { rest, jobManager, blob, taskManager, data };
  }

  async close() {
    await this.stop();
    await this.#cluster?.stop();
    fs.rmSync(this.home, { recursive: true, force: true });
  }

  /** @returns JobManager and TaskManager */
  async start(objects: KubernetesObject[]): Promise<FlinkProcess[]> {
    await this.#startPod(objects, 'jobmanager');
    await this.#startPod(objects, 'taskmanager');
    return this.#running;
  }

  /** A second TaskManager, as an autoscaler asks for. */
  async scaleUp(objects: KubernetesObject[]) {
    const [taskManager, data] = await freePorts(2);
    await this.#startPod(objects, 'taskmanager', {
      index: 1,
      ports: { ...this.#ports!, taskManager, data },
    });
  }

  async #startPod(
    objects: KubernetesObject[],
    role: 'jobmanager' | 'taskmanager',
    more: { index?: number; ports?: FlinkPorts } = {},
  ) {
    const started = await startRendered({
      objects,
      job: this.#job,
      role,
      folder: fs.mkdtempSync(path.join(this.home, 'pod-')),
      ports: this.#ports!,
      kubeconfig: this.#kubeconfig,
      ...more,
    });
    this.#running.push(started);
  }

  /** As Kubernetes ends pods. */
  async stop() {
    await Promise.all(this.#running.map(process => process.stop()));
    this.#running = [];
  }

  async crash() {
    for (const { pid } of this.#running) process.kill(pid, 'SIGKILL');
    await Promise.all(this.#running.map(({ ended }) => ended));
    this.#running = [];
  }

  get rest() {
    return new FlinkRest(this.#ports!.rest);
  }

  /** Names of the ConfigMaps in which Flink keeps leaders and jobs. */
  async availability(): Promise<string[]> {
    const { items } = await this.#cluster!.client.list(
      `${IN_NAMESPACE}/configmaps?labelSelector=type%3Dflink-native-kubernetes`,
    );
    return items.map(({ metadata }) => metadata.name).sort();
  }
}
