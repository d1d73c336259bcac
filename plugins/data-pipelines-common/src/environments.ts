import { Environment } from './model/views';

/**
 * Reads the annotation `headworks.dev/environments`.
 *
 * @param value - `dev=<cluster>/<namespace>/<release>,prod=…`
 * @throws Error that names the part that is wrong and the right form
 * @public
 */
export function parseEnvironments(value: string | undefined): Environment[] {
  const parts = (value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part.length > 0);
  const environments = parts.map(part => {
    const match = /^([^=/\s]+)=([^/\s]+)\/([^/\s]+)\/([^/\s]+)$/.exec(part);
    if (!match) {
      throw new Error(
        `"${part}" is not an environment; write <environment>=<cluster>/<namespace>/<release>, separated by commas`,
      );
    }
    const [, name, cluster, namespace, release] = match;
    return { name, cluster, namespace, release };
  });
  const names = environments.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new Error(
      `the environment "${twice}" stands there twice; remove one`,
    );
  }
  return environments;
}
