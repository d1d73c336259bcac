import { Assessed } from '../health/assess';
import { RESOURCES } from '../resources/kinds';

/**
 * On the entity of a job, topic or Kafka cluster that our charts did not make:
 * which object it is in each environment, as
 * `dev=<resource>/<namespace>/<name>,prod=…` with kubectl's full name of the
 * resource, such as `flinkdeployments.flink.apache.org`.
 *
 * @public
 */
export const ANNOTATION_OBJECTS = 'headworks.dev/objects';

/**
 * One object that an entity names as its own.
 *
 * @public
 */
export interface DeclaredObject {
  environment: string;
  resource: Assessed;
  namespace: string;
  name: string;
}

const ASSESSED = Object.keys(RESOURCES)
  .filter(resource => resource !== 'pods' && resource !== 'events')
  .sort();

/**
 * Reads the annotation `headworks.dev/objects`.
 *
 * @throws Error that names the part that is wrong and the right form
 * @public
 */
export function parseDeclaredObjects(
  value: string | undefined,
): DeclaredObject[] {
  const parts = (value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part.length > 0);
  return parts.map(part => {
    const match = /^([^=/\s]+)=([^/\s]+)\/([^/\s]+)\/([^/\s]+)$/.exec(part);
    if (!match) {
      throw new Error(
        `"${part}" is not an object; write <environment>=<resource>/<namespace>/<name>, separated by commas`,
      );
    }
    const [, environment, resource, namespace, name] = match;
    if (!isAssessed(resource)) {
      throw new Error(
        `"${resource}" is not a resource that Headworks watches; write one of ${ASSESSED.join(
          ', ',
        )}`,
      );
    }
    return { environment, resource, namespace, name };
  });
}

/**
 * Writes the annotation `headworks.dev/objects`.
 *
 * @public
 */
export function printDeclaredObjects(
  objects: readonly DeclaredObject[],
): string {
  return objects
    .map(
      ({ environment, resource, namespace, name }) =>
        `${environment}=${resource}/${namespace}/${name}`,
    )
    .join(',');
}

function isAssessed(resource: string): resource is Assessed {
  return ASSESSED.includes(resource);
}
