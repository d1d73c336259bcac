import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { clusterSilence, Refusal } from './failure';

const EVERY = 5000;
const PATIENCE = 5000;

/**
 * Asks a cluster now and then whether it is there. Watches alone do not tell:
 * the Kubernetes plugin's proxy keeps a watch open, silently, when the API
 * server behind it dies.
 *
 * @returns why it does not answer, as one sentence, once it does not
 */
export async function untilLost(
  access: ClusterAccess,
  cluster: string,
  options: { signal: AbortSignal; onBeat: () => void },
): Promise<string | undefined> {
  const { signal, onBeat } = options;
  while (!signal.aborted) {
    const silence = await beat(access, cluster, signal);
    if (silence) return signal.aborted ? undefined : silence;
    onBeat();
    await sleep(EVERY, undefined, { signal }).catch(() => {});
  }
  return undefined;
}

/** Resolves when the cluster answers again. */
export async function untilFound(
  access: ClusterAccess,
  cluster: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && (await beat(access, cluster, signal))) {
    await sleep(EVERY, undefined, { signal }).catch(() => {});
  }
}

async function beat(
  access: ClusterAccess,
  cluster: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const response = await access.get(cluster, '/version', {
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    const text = await response.text();
    // Whoever refuses is there.
    return response.status < 500
      ? undefined
      : clusterSilence(cluster, new Refusal(response.status, text));
  } catch (error) {
    return clusterSilence(cluster, error as Error);
  }
}
