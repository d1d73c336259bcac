import {
  Environment,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/**
 * What makes a cluster as Git says, with the tool that its objects say they
 * come from: Argo CD, Flux, or a person with Helm.
 */
export function restoreCommand(
  environment: Environment,
  live: readonly RenderedObject[],
): string {
  for (const { metadata } of live) {
    const { annotations = {}, labels = {} } = metadata;
    const [application] =
      annotations['argocd.argoproj.io/tracking-id']?.split(':') ?? [];
    if (application && NAME.test(application)) {
      return `argocd app sync ${application}`;
    }
    const flux = labels['helm.toolkit.fluxcd.io/name'];
    const namespace = labels['helm.toolkit.fluxcd.io/namespace'];
    if (flux && namespace && NAME.test(flux) && NAME.test(namespace)) {
      return `flux reconcile helmrelease ${flux} --namespace ${namespace} --force`;
    }
  }
  const { name, namespace, release } = environment;
  // Helm 4 leaves a field to whoever changed it last, unless it is told.
  return `helm upgrade --install ${release} . --namespace ${namespace} -f values-${name}.yaml --force-conflicts`;
}
