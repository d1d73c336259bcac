import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../../cluster/client';
import { Cluster } from '../../cluster/cluster';
import { writeKubeconfig } from '../../cluster/kubeconfig';

interface EnvironmentVariable {
  name: string;
  value?: string;
  valueFrom?: { fieldRef: { fieldPath: string } };
}

export interface RunnerPod {
  serviceAccountName: string;
  containers: Array<{
    command?: string[];
    args?: string[];
    env: EnvironmentVariable[];
  }>;
}

/**
 * What a kubelet makes of a runner's pod, as a process of this machine: the
 * container's own arguments and environment, its ConfigMap's files in a folder
 * and its ServiceAccount's token. Only the API server has another address.
 */
export class SimulatedRunner {
  output = '';
  readonly #child: ChildProcess;
  readonly ended: Promise<number | null>;

  static async start(options: {
    cluster: Cluster;
    namespace: string;
    job: KubernetesObject;
    pod: RunnerPod;
    files: Record<string, string>;
    folder: string;
    /** What the container's image brings. */
    image?: NodeJS.ProcessEnv;
  }): Promise<SimulatedRunner> {
    const { cluster, namespace, pod, files, folder } = options;
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), content);
    }
    const account = `/api/v1/namespaces/${namespace}/serviceaccounts/${pod.serviceAccountName}`;
    const { status } = (await cluster.client.create(`${account}/token`, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata: { name: pod.serviceAccountName },
      spec: {},
    })) as KubernetesObject & { status: { token: string } };
    const kubeconfig = path.join(folder, 'kubeconfig');
    const { url, caData } = cluster;
    writeKubeconfig({ file: kubeconfig, url, caData, token: status.token });
    const ca = Buffer.from(caData, 'base64');
    fs.writeFileSync(path.join(folder, 'ca.crt'), ca);
    fs.writeFileSync(path.join(folder, 'token'), status.token);
    return new SimulatedRunner(pod, {
      ...(options.image ?? process.env),
      ...environmentOf(options),
      KUBECONFIG: kubeconfig,
      ACCOUNT: folder,
      API: url,
      MASTER: `k8s://${url}`,
      FILES: folder,
      PAUSE: '1',
    });
  }

  private constructor(pod: RunnerPod, env: NodeJS.ProcessEnv) {
    const [{ command = [], args = [] }] = pod.containers;
    const mounted = (text: string) => text.replace('/etc/runner', env.FILES!);
    const [file, ...rest] = [...command, ...args].map(arg =>
      mounted(expand(arg, env)),
    );
    this.#child = spawn(file, rest, { env, detached: true });
    this.#child.stdout!.on('data', chunk => (this.output += chunk));
    this.#child.stderr!.on('data', chunk => (this.output += chunk));
    this.ended = new Promise(resolve => this.#child.once('close', resolve));
  }

  /** Ends it and the JVM it waits for, as the loss of its node does. */
  async lose() {
    const { exitCode, signalCode, pid } = this.#child;
    if (exitCode === null && signalCode === null) process.kill(-pid!, 9);
    await this.ended;
  }
}

function environmentOf(options: {
  namespace: string;
  job: KubernetesObject;
  pod: RunnerPod;
}) {
  const { namespace, job, pod } = options;
  const fields: Record<string, string> = {
    'metadata.namespace': namespace,
    "metadata.labels['batch.kubernetes.io/job-name']": job.metadata.name,
    "metadata.labels['batch.kubernetes.io/controller-uid']": job.metadata.uid!,
  };
  const env: Record<string, string> = {};
  for (const { name, value, valueFrom } of pod.containers[0].env) {
    env[name] = valueFrom
      ? fields[valueFrom.fieldRef.fieldPath]
      : expand(value ?? '', env);
  }
  return env;
}

/** `$(NAME)` of a variable that is there; `$$` is a dollar. */
function expand(text: string, env: NodeJS.ProcessEnv) {
  return text.replace(/\$\$|\$\((\w+)\)/g, (found, name) =>
    found === '$$' ? '$' : env[name] ?? found,
  );
}
