import { PolicyRule, Selector } from './networkPolicy';

/** Whether a selector takes pods with these labels; one with expressions is not judged. */
export function selects(
  selector: Selector = {},
  labels: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(selector.matchLabels ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
}

/** Whether a rule lets anyone in the cluster, or in the world, through to a port. */
export function opensTo({ from = [], ports = [] }: PolicyRule, port: number) {
  const toPort =
    ports.length === 0 ||
    ports.some(
      ({ port: one, endPort }) =>
        one === undefined ||
        Number(one) === port ||
        (endPort !== undefined && Number(one) <= port && port <= endPort),
    );
  return (
    toPort &&
    (from.length === 0 ||
      from.some(
        ({ ipBlock, namespaceSelector, podSelector }) =>
          ['0.0.0.0/0', '::/0'].includes(ipBlock?.cidr ?? '') ||
          (namespaceSelector !== undefined &&
            isEmpty(namespaceSelector) &&
            isEmpty(podSelector)),
      ))
  );
}

function isEmpty({ matchLabels, matchExpressions }: Selector = {}): boolean {
  return (
    Object.keys(matchLabels ?? {}).length === 0 &&
    (matchExpressions ?? []).length === 0
  );
}
