import path from 'node:path';
import { parse } from 'yaml';
import { KubernetesObject } from '../cluster/client';
import { FlinkProcess, startFlink } from './flink';

interface ConfigMap extends KubernetesObject {
  data: { 'config.yaml': string; 'log4j-console.properties': string };
}

interface StatefulSet extends KubernetesObject {
  spec: {
    template: {
      spec: {
        containers: Array<{
          args: string[];
          env: Array<{ name: string; value?: string }>;
        }>;
      };
    };
  };
}

/** Loopback ports, one for each that a pod would have for itself. */
export interface FlinkPorts {
  rest: number;
  jobManager: number;
  blob: number;
  taskManager: number;
  data: number;
}

/**
 * A JobManager or TaskManager as a chart renders it, on loopback: its
 * configuration, logging, arguments and variables are the rendered ones; only
 * addresses and ports are this machine's, and the API server is named.
 * @param options - `job`: the name of its objects, `<pipeline>-<job>`
 */
export async function startRendered(options: {
  objects: KubernetesObject[];
  job: string;
  role: 'jobmanager' | 'taskmanager';
  folder: string;
  ports: FlinkPorts;
  kubeconfig: string;
  /** The pod's number in its StatefulSet. */
  index?: number;
}): Promise<FlinkProcess> {
  const { objects, job, role, folder, ports, kubeconfig, index = 0 } = options;
  const find = (kind: string, name: string) => {
    const found = objects.find(
      object => object.kind === kind && object.metadata.name === name,
    );
    if (!found) throw new Error(`The chart rendered no ${kind} ${name}`);
    return found;
  };
  const { data } = find('ConfigMap', job) as ConfigMap;
  const pod = (find('StatefulSet', `${job}-${role}`) as StatefulSet).spec
    .template.spec;
  const [{ args, env }] = pod.containers;
  const variables = {
    ...Object.fromEntries(env.map(({ name, value = '' }) => [name, value])),
    POD_IP: '127.0.0.1',
    POD_NAME: `${job}-${role}-${index}`,
  };
  return startFlink({
    role: role === 'jobmanager' ? 'application' : 'taskmanager',
    folder: path.join(folder, role),
    log4j: data['log4j-console.properties'],
    configuration: {
      ...parse(data['config.yaml']),
      ...loopback(ports),
      'kubernetes.config.file': kubeconfig,
    },
    // The image's entrypoint takes the first.
    args: args.slice(1).map(arg => expand(arg, variables)),
    env: variables,
  });
}

function loopback(ports: FlinkPorts) {
  return {
    'rest.port': `${ports.rest}`,
    'rest.bind-address': '127.0.0.1',
    'jobmanager.bind-host': '127.0.0.1',
    'taskmanager.bind-host': '127.0.0.1',
    'jobmanager.rpc.port': `${ports.jobManager}`,
    'blob.server.port': `${ports.blob}`,
    'taskmanager.rpc.port': `${ports.taskManager}`,
    'taskmanager.data.port': `${ports.data}`,
  };
}

/** `$(NAME)` in a container's arguments, as the kubelet reads it. */
function expand(arg: string, variables: NodeJS.Dict<string>): string {
  return arg.replace(/\$\$\(|\$\((\w+)\)/g, (text, name) =>
    name ? variables[name] ?? text : '$(',
  );
}
