import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { ExistingCluster } from './existingCluster';

/** What every portal needs that we start here. */
interface BaseOptions {
  /** The checkout. */
  root: string;
  /** Folder of everything that this installation keeps. */
  home: string;
  port: number;
  helm: string;
}

/** What the portal needs to know of the playground. Tokens come by environment. */
export interface PortalConfigOptions extends BaseOptions {
  cluster: { url: string; caData: string; kubeconfig: string };
  /** Folders with a catalog-info.yaml that the catalog shows from the start. */
  repositories: string[];
}

/** Names of the variables that carry the cluster's tokens to the portal. */
export const TOKEN_VARIABLES = {
  read: 'HEADWORKS_PLAYGROUND_READ_TOKEN',
  write: 'HEADWORKS_PLAYGROUND_WRITE_TOKEN',
};

const SIMULATED =
  'Playground: this is a real Kubernetes API server, but no pod runs in it. The Strimzi, Flink and Spark operators are simulated.';

const CUSTOM_RESOURCES = [
  {
    group: 'flink.apache.org',
    apiVersion: 'v1beta1',
    plural: 'flinkdeployments',
  },
  { group: 'kafka.strimzi.io', apiVersion: 'v1', plural: 'kafkatopics' },
  {
    group: 'sparkoperator.k8s.io',
    apiVersion: 'v1beta2',
    plural: 'sparkapplications',
  },
  {
    group: 'sparkoperator.k8s.io',
    apiVersion: 'v1beta2',
    plural: 'scheduledsparkapplications',
  },
];

/** Writes the playground's part of the configuration and returns its path. */
export function writePortalConfig(options: PortalConfigOptions): string {
  const { cluster } = options;
  return write(options, {
    locations: options.repositories.map(repository => ({
      type: 'file',
      target: path.join(repository, 'catalog-info.yaml'),
    })),
    cluster: {
      name: 'playground',
      title: 'Playground (operators simulated)',
      url: cluster.url,
      caData: cluster.caData,
    },
    customResources: CUSTOM_RESOURCES,
    dataPipelines: {
      // No Flink runs there that could be asked.
      flink: { askEvery: 0 },
      clusters: [
        {
          name: 'playground',
          simulated: SIMULATED,
          write: {
            url: cluster.url,
            caData: cluster.caData,
            token: `\${${TOKEN_VARIABLES.write}}`,
          },
        },
      ],
    },
    install: [{ cluster: 'playground', kubeconfig: cluster.kubeconfig }],
  });
}

/**
 * Writes the part about an existing cluster: nothing to write with, nothing
 * to install with, and what runs there offered to the catalog.
 */
export function writeExistingClusterConfig(
  options: BaseOptions & { cluster: ExistingCluster },
): string {
  const { name, relay, served } = options.cluster;
  return write(options, {
    locations: [],
    providers: { dataPipelines: { scope: 'all' } },
    cluster: { name, url: relay.url },
    customResources: CUSTOM_RESOURCES.filter(({ group, apiVersion }) =>
      served.has(`${group}/${apiVersion}`),
    ),
    dataPipelines: {},
  });
}

function write(
  { root, home, port, helm }: BaseOptions,
  parts: {
    locations: object[];
    providers?: object;
    cluster: { name: string; url: string; title?: string; caData?: string };
    customResources: object[];
    dataPipelines: object;
    install?: object[];
  },
): string {
  const baseUrl = `http://localhost:${port}`;
  const { install, providers } = parts;
  const config = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: path.join(home, 'database') },
      },
    },
    catalog: {
      processingInterval: { seconds: 30 },
      locations: [...ownLocations(root), ...parts.locations],
      ...(providers && { providers }),
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              ...parts.cluster,
              authProvider: 'serviceAccount',
              skipMetricsLookup: true,
              serviceAccountToken: `\${${TOKEN_VARIABLES.read}}`,
            },
          ],
        },
      ],
      customResources: parts.customResources,
    },
    dataPipelines: {
      ...parts.dataPipelines,
      scaffolder: {
        helm,
        localRepositories: path.join(home, 'repositories'),
        ...(install && { install }),
      },
    },
  };
  const file = path.join(home, 'app-config.playground.yaml');
  fs.writeFileSync(file, stringify(config), { mode: 0o600 });
  return file;
}

/**
 * `catalog.locations` of a later file replaces that of an earlier one, so the
 * portal's own locations are repeated with absolute paths.
 */
function ownLocations(root: string) {
  return [
    { type: 'file', target: path.join(root, 'catalog-info.yaml') },
    {
      type: 'file',
      target: path.join(root, 'templates/*/template.yaml'),
      rules: [{ allow: ['Template'] }],
    },
    {
      type: 'file',
      target: path.join(root, 'test/playground/org.yaml'),
      rules: [{ allow: ['User', 'Group'] }],
    },
  ];
}
