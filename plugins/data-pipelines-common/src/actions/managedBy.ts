/**
 * What puts an object back as Git has it, or would only have made it.
 *
 * @public
 */
export type Manager =
  | { tool: 'argocd'; application: string }
  | { tool: 'flux'; kind: 'Kustomization' | 'HelmRelease'; name: string }
  | { tool: 'helm'; release: string }
  | { tool: 'none' };

/** Where tools leave their marks. */
export interface Marks {
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}

const FLUX = [
  ['helm.toolkit.fluxcd.io', 'HelmRelease'],
  ['kustomize.toolkit.fluxcd.io', 'Kustomization'],
] as const;

/**
 * Recognises who manages an object, by the marks that Argo CD (tracking id, or
 * its label), Flux (both controllers) and Helm leave on it. The two that
 * reconcile come first: they install charts, too.
 *
 * @public
 */
export function managedBy({ labels = {}, annotations = {} }: Marks): Manager {
  const tracked = annotations['argocd.argoproj.io/tracking-id'];
  const application =
    tracked?.split(':')[0] ?? labels['argocd.argoproj.io/instance'];
  if (application !== undefined) return { tool: 'argocd', application };
  for (const [domain, kind] of FLUX) {
    const name = labels[`${domain}/name`];
    if (name) return { tool: 'flux', kind, name };
  }
  const release = annotations['meta.helm.sh/release-name'];
  return release ? { tool: 'helm', release } : { tool: 'none' };
}
