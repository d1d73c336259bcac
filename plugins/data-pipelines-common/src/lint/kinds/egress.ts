import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { NetworkPolicySpec, PolicyRule } from './networkPolicy';

export function networkPolicies(
  pipeline: RenderedPipeline,
): ObjectOf<NetworkPolicySpec>[] {
  return pipeline.all<NetworkPolicySpec>('networking.k8s.io', 'NetworkPolicy');
}

/** Whether a policy restricts where its pods may connect to. */
export function restrictsEgress({ spec }: ObjectOf<NetworkPolicySpec>) {
  return (
    spec.policyTypes?.includes('Egress') ??
    (spec.egress !== undefined && spec.egress.length > 0)
  );
}

/** Whether some rule lets through to a port. */
export function letsThrough(
  rules: readonly PolicyRule[] = [],
  wanted: number,
): boolean {
  return rules.some(
    ({ ports }) =>
      ports === undefined ||
      ports.some(
        ({ port, endPort }) =>
          port === undefined ||
          Number(port) === wanted ||
          (Number(port) <= wanted && wanted <= (endPort ?? -1)),
      ),
  );
}
