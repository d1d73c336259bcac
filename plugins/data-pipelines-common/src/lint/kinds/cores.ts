/** Cores of a Kubernetes quantity such as `500m` or `2`; undefined where it is none. */
export function coresOf(quantity: string | undefined): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(m?)$/.exec(quantity ?? '');
  return found ? Number(found[1]) / (found[2] ? 1000 : 1) : undefined;
}
