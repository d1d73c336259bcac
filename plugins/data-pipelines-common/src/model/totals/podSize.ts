import { coresOf, kubernetesBytes } from './quantity';

type Quantity = string | number;

/** What a container or an operator's field for one may ask for. */
export interface Resources {
  requests?: { cpu?: Quantity; memory?: Quantity };
  limits?: { cpu?: Quantity; memory?: Quantity };
}

export interface Container {
  name?: string;
  resources?: Resources;
  restartPolicy?: string;
}

/** A claim for a volume of its own. */
export interface ClaimSpec {
  resources?: { requests?: { storage?: Quantity } };
}

/** The part of a pod that says how big it is. */
export interface PodSpec {
  containers?: Container[];
  initContainers?: Container[];
  volumes?: Array<{
    name?: string;
    ephemeral?: { volumeClaimTemplate?: { spec?: ClaimSpec } };
  }>;
}

/** Cores and bytes; undefined where nothing says it. */
export interface Size {
  cpu?: number;
  memory?: number;
}

/** Pods that are alike. */
export interface PodGroup {
  /** Undefined where nothing here says how many. */
  pods: number | undefined;
  /** Of one pod. */
  size: Size;
  /** Bytes of the volumes that one pod brings. */
  storage?: number;
}

/** What a container asks for; a limit alone is also its request. */
export function sizeOf({ requests, limits }: Resources = {}): Size {
  return {
    cpu: coresOf(requests?.cpu ?? limits?.cpu),
    memory: kubernetesBytes(requests?.memory ?? limits?.memory),
  };
}

/**
 * As the scheduler counts a pod: its containers together, or its biggest init
 * container where that is more.
 *
 * @param main - size of the containers that somebody else sizes, by name
 */
export function podSize(
  pod: PodSpec,
  main: Readonly<Record<string, Size>> = {},
): Size {
  const { containers = [], initContainers = [] } = pod;
  const isSidecar = ({ restartPolicy }: Container) =>
    restartPolicy === 'Always';
  const sizes = [...containers, ...initContainers.filter(isSidecar)].map(
    ({ name = '', resources }) => main[name] ?? sizeOf(resources),
  );
  const first = initContainers
    .filter(container => !isSidecar(container))
    .map(({ resources }) => sizeOf(resources));
  const part = (key: keyof Size) => {
    const together = sum(sizes.map(size => size[key]));
    if (together === undefined) return undefined;
    return Math.max(together, ...first.map(size => size[key] ?? 0));
  };
  return { cpu: part('cpu'), memory: part('memory') };
}

/** Bytes of the volumes that live and die with one pod, but outlast its containers. */
export function podStorage({ volumes = [] }: PodSpec): number {
  return volumes
    .map(({ ephemeral }) => ephemeral?.volumeClaimTemplate?.spec)
    .reduce((total, claim) => total + claimSize(claim), 0);
}

export function claimSize(claim: ClaimSpec | undefined): number {
  return kubernetesBytes(claim?.resources?.requests?.storage) ?? 0;
}

/** Undefined as soon as one of them is not known. */
export function sum(parts: Array<number | undefined>): number | undefined {
  return parts.reduce<number | undefined>(
    (total, part) =>
      total === undefined || part === undefined ? undefined : total + part,
    0,
  );
}
