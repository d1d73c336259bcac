import { bytesOf as kubernetesBytes } from '../../lint/compare/quantity';

/** Cores of a Kubernetes quantity such as `500m` or 1.5; undefined where it is none. */
export function coresOf(quantity: string | number | undefined) {
  const found = /^([0-9.]+)(m?)$/.exec(`${quantity ?? ''}`);
  if (!found) return undefined;
  return Number(found[1]) / (found[2] ? 1000 : 1);
}

/**
 * Bytes as Flink and Spark spell them, where `2g` are gibibytes, else as
 * Kubernetes does; undefined where it is neither. A number alone counts
 * `unit` bytes: Flink's are bytes, Spark's mebibytes.
 */
export function engineBytesOf(
  size: string | number | undefined,
  unit: number,
): number | undefined {
  const text = `${size ?? ''}`.trim().toLowerCase();
  const found = /^(\d+)\s*(?:([kmgtp])b?|b)?$/.exec(text);
  if (!found) return kubernetesBytes(size);
  const [, number, prefix] = found;
  if (prefix) return Number(number) * 1024 ** ('kmgtp'.indexOf(prefix) + 1);
  return Number(number) * (/\d$/.test(text) ? unit : 1);
}

export { kubernetesBytes };
