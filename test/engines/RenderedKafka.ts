import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KubernetesObject } from '../cluster/client';
import { freePorts } from '../cluster/processes';
import { Ended, execute } from './execute';
import { javaEnvironment } from './java';
import { Kafka, startKafkaProcess } from './kafka';
import { kafkaHome } from './kafkaHome';

interface EnvVar {
  name: string;
  value?: string;
}
interface PodSpec {
  containers: Array<{ command: string[]; env: EnvVar[] }>;
}
interface ConfigMap extends KubernetesObject {
  data: { [file: string]: string };
}
interface StatefulSet extends KubernetesObject {
  spec: {
    replicas: number;
    ordinals: { start: number };
    template: { spec: PodSpec };
  };
}
interface Job extends KubernetesObject {
  spec: { template: { spec: PodSpec } };
}

/** A pod of a StatefulSet and the folder that stands for its file system. */
interface Node {
  id: number;
  pod: string;
  folder: string;
  spec: PodSpec;
}

const PORTS = [9090, 9091, 9092, 9093, 9094];

/**
 * The nodes of mode `statefulset` as processes on loopback: the rendered files,
 * scripts and commands as they are, but for paths (a folder for each pod) and
 * addresses (a free port for each listener of each node).
 */
export class RenderedKafka {
  readonly #home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-nodes-'));
  readonly #objects: KubernetesObject[];
  readonly #secrets: { [mount: string]: { [key: string]: string } };
  readonly #ports = new Map<number, Map<number, number>>();
  readonly #running = new Map<number, Kafka>();
  #nodes: Node[] = [];
  #kafkaHome = '';
  #java: NodeJS.ProcessEnv = {};

  /** @param secrets - by the folder where pods see them, such as `/etc/kafka/admin` */
  constructor(
    objects: KubernetesObject[],
    secrets: { [mount: string]: { [key: string]: string } } = {},
  ) {
    this.#objects = objects;
    this.#secrets = secrets;
  }

  /** Starts every node at once, as `podManagementPolicy: Parallel` does. */
  async start(): Promise<void> {
    this.#kafkaHome = await kafkaHome(() => {});
    this.#java = await javaEnvironment(17, () => {});
    this.#nodes = this.#kind<StatefulSet>('StatefulSet').flatMap(set =>
      Array.from({ length: set.spec.replicas }, (_, index) => {
        const id = set.spec.ordinals.start + index;
        const pod = `${set.metadata.name}-${id}`;
        const folder = path.join(this.#home, pod);
        return { id, pod, folder, spec: set.spec.template.spec };
      }),
    );
    const free = await freePorts(this.#nodes.length * PORTS.length);
    for (const { id } of this.#nodes) {
      const own = free.splice(0, PORTS.length);
      this.#ports.set(id, new Map(PORTS.map((port, at) => [port, own[at]])));
    }
    await Promise.all(this.#nodes.map(node => this.startNode(node.id)));
  }

  async startNode(id: number): Promise<void> {
    const node = this.#node(id);
    const set = node.pod.replace(/-\d+$/, '');
    this.#mount(node.folder, '/etc/kafka/node', set, node);
    this.#running.set(
      id,
      await startKafkaProcess(
        this.#command(node.spec, node.folder, node),
        this.#env(node.spec, node),
      ),
    );
  }

  async stopNode(id: number): Promise<void> {
    await this.#running.get(id)?.stop();
    this.#running.delete(id);
  }

  /**
   * Runs the pod's readiness probe.
   * @param about - asks this node about another one, from the start
   */
  async ready(id: number, about = id): Promise<Ended> {
    const node = this.#node(id);
    const POD_NAME = this.#node(about).pod;
    if (about !== id) {
      fs.rmSync(path.join(node.folder, 'run/in-sync'), { force: true });
    }
    const script = path.join(node.folder, 'etc/node/ready.sh');
    return execute(['sh', script], { ...this.#env(node.spec, node), POD_NAME });
  }

  /** Runs the hook's own command in a pod of its own. */
  async runJob(): Promise<Ended> {
    const [job] = this.#kind<Job>('Job');
    return this.#runPod(job.metadata.name, job.spec.template.spec);
  }

  /** Runs the command of the `helm test` pod. */
  async runTest(): Promise<Ended> {
    const [pod] = this.#kind<KubernetesObject & { spec: PodSpec }>('Pod');
    return this.#runPod(pod.metadata.name.replace(/-test$/, ''), pod.spec);
  }

  /** host:port by which this machine reaches what a node listens on. */
  address(id: number, port: number): string {
    return `127.0.0.1:${this.#ports.get(id)?.get(port)}`;
  }

  /** What a node has written so far. */
  output(id: number): string {
    return this.#running.get(id)?.output() ?? '';
  }

  /** The objects as a later release renders them; nodes see them when they start. */
  change(objects: KubernetesObject[]): void {
    this.#objects.splice(0, this.#objects.length, ...objects);
  }

  async stop(): Promise<void> {
    // Brokers first: they hand over to controllers that are still there.
    for (const id of [...this.#running.keys()].sort((a, b) => a - b)) {
      await this.stopNode(id);
    }
    fs.rmSync(this.#home, { recursive: true, force: true });
  }

  async #runPod(configMap: string, spec: PodSpec) {
    const folder = fs.mkdtempSync(path.join(this.#home, 'pod-'));
    this.#mount(folder, '/etc/kafka/declared', configMap);
    return execute(this.#command(spec, folder), this.#env(spec));
  }

  #mount(folder: string, at: string, configMap: string, node?: Node) {
    const found = this.#kind<ConfigMap>('ConfigMap').find(
      ({ metadata }) => metadata.name === configMap,
    );
    if (!found) throw new Error(`There is no ConfigMap ${configMap}.`);
    for (const [mount, files] of [
      [at, found.data] as const,
      ...Object.entries(this.#secrets),
      ['/run/kafka', {}] as const,
    ]) {
      const target = this.#localPaths(mount, folder);
      fs.mkdirSync(target, { recursive: true });
      for (const [name, text] of Object.entries(files)) {
        fs.writeFileSync(
          path.join(target, name),
          mount === at ? this.#local(text, folder, node) : text,
        );
      }
    }
  }

  #command(
    { containers: [{ command }] }: PodSpec,
    folder: string,
    node?: Node,
  ) {
    return command.map(part => this.#local(part, folder, node));
  }

  #env({ containers: [{ env }] }: PodSpec, node?: Node): NodeJS.ProcessEnv {
    const given: NodeJS.ProcessEnv = {};
    for (const { name, value } of env) {
      given[name] = this.#local(value ?? node?.pod ?? '', '', node);
    }
    return {
      ...this.#java,
      ...given,
      // Half of this machine's memory would be too much.
      KAFKA_HEAP_OPTS: '-Xmx320m',
      KAFKA_OPTS: '',
    };
  }

  #local(text: string, folder: string, node?: Node): string {
    return this.#localAddresses(this.#localPaths(text, folder), node);
  }

  #localPaths(text: string, folder: string): string {
    return text
      .replaceAll('/opt/kafka', this.#kafkaHome)
      .replaceAll('/etc/kafka', path.join(folder, 'etc'))
      .replaceAll('/run/kafka', path.join(folder, 'run'))
      .replaceAll('/var/lib/kafka', path.join(folder, 'data'));
  }

  #localAddresses(text: string, own?: Node): string {
    let local = text;
    for (const [id, ports] of this.#ports) {
      const { pod } = this.#node(id);
      for (const [port, free] of ports) {
        const here = `127.0.0.1:${free}`;
        local = local
          .replace(new RegExp(`${pod}\\.[-a-z0-9.]+:${port}`, 'g'), here)
          .replaceAll(`kafka-${id}.example.com:${port}`, here);
        if (own?.id === id) {
          local = local
            .replaceAll(`://:${port}`, `://${here}`)
            .replaceAll(`$NODE_HOST:${port}`, here);
        }
      }
    }
    const [broker] = [...this.#ports.keys()].sort((a, b) => a - b);
    return local.replace(/[a-z]+-bootstrap[.a-z]*:(\d+)/g, (_, port) =>
      this.address(broker, Number(port)),
    );
  }

  #node(id: number): Node {
    const node = this.#nodes.find(one => one.id === id);
    if (!node) throw new Error(`There is no node ${id}.`);
    return node;
  }

  #kind<T extends KubernetesObject>(kind: string): T[] {
    return this.#objects.filter(object => object.kind === kind) as T[];
  }
}
