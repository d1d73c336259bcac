import { Environment } from '@headworks/backstage-plugin-data-pipelines-common';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const RELEASE = /^[a-z0-9]([-a-z0-9.]{0,51}[a-z0-9])?$/;
const OBJECT = /^[a-z0-9]([-a-z0-9.:_]{0,251}[a-z0-9])?$/i;
const API_VERSION =
  /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?v[0-9]+((alpha|beta)[0-9]+)?$/;

/**
 * What is wrong with an environment's names. They come from an annotation that
 * anybody may write, and become arguments of Helm and parts of paths.
 */
export function environmentProblem(
  environment: Environment,
): string | undefined {
  const { name, namespace, release } = environment;
  const at = `headworks.dev/environments: ${name}`;
  if (!LABEL.test(name)) {
    return `${at}: is not a name of an environment; use small letters, digits and hyphens`;
  }
  if (!LABEL.test(namespace)) {
    return `${at}: "${namespace}" is not a name of a namespace; use small letters, digits and hyphens`;
  }
  if (!RELEASE.test(release)) {
    return `${at}: "${release}" is not a name of a Helm release; use small letters, digits, hyphens and dots, 53 at most`;
  }
  return undefined;
}

/** Whether names that a repository rendered may become parts of a path. */
export function isAddressable(object: {
  apiVersion: string;
  namespace?: string;
  name: string;
}): boolean {
  const { apiVersion, namespace, name } = object;
  return (
    API_VERSION.test(apiVersion) &&
    OBJECT.test(name) &&
    (namespace === undefined || LABEL.test(namespace))
  );
}
