import { Config } from '@backstage/config';

const KEY = 'dataPipelines.clusters';

/**
 * What is configured of clusters beyond the `kubernetes` section, by name.
 *
 * @throws Error that names the key and what is allowed
 */
export function readClusters(config: Config): {
  /** What is simulated there. */
  simulated: ReadonlyMap<string, string>;
  /** The only namespaces that are read there. */
  namespaces: ReadonlyMap<string, readonly string[]>;
} {
  const simulated = new Map<string, string>();
  const namespaces = new Map<string, readonly string[]>();
  for (const cluster of config.getOptionalConfigArray(KEY) ?? []) {
    const name = cluster.getString('name');
    const sentence = cluster.getOptionalString('simulated');
    if (sentence) simulated.set(name, sentence);
    const only = cluster.getOptionalStringArray('namespaces');
    if (only?.length === 0) {
      throw new Error(
        `${KEY}: namespaces of ${name} is an empty list; name those that the portal may read, or leave it out where it may read all`,
      );
    }
    if (only) namespaces.set(name, [...new Set(only)]);
  }
  return { simulated, namespaces };
}
