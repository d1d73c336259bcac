import fs from 'node:fs';
import path from 'node:path';
import { readKubeconfig } from '../../packages/cli/src/cluster/kubeconfig';
import { ReadOnlyRelay } from './ReadOnlyRelay';
import { Steps } from './steps';

/** An existing cluster, as far as the portal may go. */
export interface ExistingCluster {
  /** The context's name. */
  name: string;
  server: string;
  relay: ReadOnlyRelay;
  /** `group/version` of everything that the cluster serves. */
  served: ReadonlySet<string>;
}

/**
 * Makes the cluster of a kubeconfig readable for the portal, and only that.
 *
 * @throws Error with the remedy where the file, the context or the cluster is not there
 */
export async function reachExistingCluster(options: {
  kubeconfig: string;
  context?: string;
  steps: Steps;
  /** Called with what must be ended, as soon as it runs. */
  onStarted: (stop: () => Promise<void>) => void;
}): Promise<ExistingCluster> {
  const { context, steps, onStarted } = options;
  const file = path.resolve(options.kubeconfig);
  if (!fs.existsSync(file)) {
    throw new Error(
      `--kubeconfig ${options.kubeconfig}: there is no such file. Name your kubeconfig, such as ~/.kube/config.`,
    );
  }
  const connect = () =>
    readKubeconfig({ context, env: { ...process.env, KUBECONFIG: file } });
  return steps.run('Reaching the cluster', async log => {
    const { context: name, server } = await connect();
    const relay = await ReadOnlyRelay.start(connect);
    onStarted(() => relay.stop());
    const served = await servedVersions(relay, name, server);
    log(`${name} at ${server}`);
    return { name, server, relay, served };
  });
}

async function servedVersions(
  relay: ReadOnlyRelay,
  name: string,
  server: string,
): Promise<ReadonlySet<string>> {
  const response = await fetch(`${relay.url}/apis`, {
    headers: { Authorization: `Bearer ${relay.token}` },
    signal: AbortSignal.timeout(15_000),
  }).catch(() => {
    throw new Error(
      `The cluster of context "${name}" does not answer at ${server}. Check the network and the kubeconfig; "kubectl --context ${name} get namespaces" must work.`,
    );
  });
  const answer = (await response.json()) as {
    message?: string;
    groups?: Array<{ versions: Array<{ groupVersion: string }> }>;
  };
  if (response.status === 401) {
    throw new Error(
      `The cluster of context "${name}" does not accept the user's credential. Sign in again, or use a ServiceAccount: kubectl apply -f plugins/data-pipelines-backend/manifests/read.yaml, and a kubeconfig with its token.`,
    );
  }
  if (!response.ok) {
    throw new Error(
      `The cluster of context "${name}" at ${server} refuses: ${answer.message}. Check the kubeconfig.`,
    );
  }
  return new Set(
    (answer.groups ?? []).flatMap(({ versions }) =>
      versions.map(({ groupVersion }) => groupVersion),
    ),
  );
}
