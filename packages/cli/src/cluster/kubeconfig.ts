import os from 'node:os';
import path from 'node:path';
import { CannotRun } from '../exitCodes';
import { Credential, credentialOf, pem } from './credential';
import {
  ClusterEntry,
  findEntry,
  readKubeconfigs,
  UserEntry,
} from './kubeconfigFile';

/** How to reach a cluster, and as whom. */
export interface ClusterConnection extends Credential {
  /** The context's name, for people. */
  context: string;
  server: string;
  ca?: string;
  skipVerify: boolean;
  serverName?: string;
  namespace: string;
}

/**
 * The cluster that kubectl would speak to, from KUBECONFIG or ~/.kube/config.
 *
 * @param options - `context`: another one than the current
 * @throws CannotRun that names the file and what is missing
 */
export async function readKubeconfig(
  options: { context?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<ClusterConnection> {
  const { env = process.env } = options;
  const files = (env.KUBECONFIG || path.join(os.homedir(), '.kube', 'config'))
    .split(path.delimiter)
    .filter(Boolean);
  const configs = await readKubeconfigs(files);
  const where = files.join(', ');
  const name =
    options.context ??
    configs.map(config => config['current-context']).find(Boolean);
  if (!name) {
    throw new CannotRun(
      `${where}: no current context; choose one with --context.`,
    );
  }
  const context = findEntry(configs, 'contexts', name)?.context;
  if (!context) {
    throw new CannotRun(
      `${where}: there is no context "${name}"; choose one with --context.`,
    );
  }
  const cluster = findEntry(configs, 'clusters', context.cluster)?.cluster;
  const user = findEntry(configs, 'users', context.user)?.user;
  if (!cluster?.server || !user) {
    throw new CannotRun(
      `${where}: the context "${name}" names a cluster or user that is not there; correct the file.`,
    );
  }
  refuseUnknown(where, cluster, user);
  return {
    context: name,
    server: cluster.server,
    ca: await pem(
      cluster['certificate-authority-data'],
      cluster['certificate-authority'],
    ),
    skipVerify: cluster['insecure-skip-tls-verify'] ?? false,
    serverName: cluster['tls-server-name'],
    namespace: context.namespace ?? 'default',
    ...(await credentialOf(user, env)),
  };
}

function refuseUnknown(where: string, cluster: ClusterEntry, user: UserEntry) {
  if (cluster['proxy-url']) {
    throw new CannotRun(
      `${where}: the cluster has a proxy-url, which is not supported; use a context without one.`,
    );
  }
  if (user['auth-provider']) {
    throw new CannotRun(
      `${where}: the user has an auth-provider, which Kubernetes gave up in 1.26; use an exec plugin.`,
    );
  }
}
