import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';

/** What the portal needs to know of the playground. Tokens come by environment. */
export interface PortalConfigOptions {
  /** The checkout. */
  root: string;
  /** Folder of everything that this installation keeps. */
  home: string;
  port: number;
  cluster: { url: string; caData: string; kubeconfig: string };
  helm: string;
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
  const { root, home, port, cluster, helm } = options;
  const baseUrl = `http://localhost:${port}`;
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
      locations: [
        ...ownLocations(root),
        ...options.repositories.map(repository => ({
          type: 'file',
          target: path.join(repository, 'catalog-info.yaml'),
        })),
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'playground',
              title: 'Playground (operators simulated)',
              url: cluster.url,
              caData: cluster.caData,
              authProvider: 'serviceAccount',
              skipMetricsLookup: true,
              serviceAccountToken: `\${${TOKEN_VARIABLES.read}}`,
            },
          ],
        },
      ],
      customResources: CUSTOM_RESOURCES,
    },
    dataPipelines: {
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
      scaffolder: {
        helm,
        localRepositories: path.join(home, 'repositories'),
        install: [{ cluster: 'playground', kubeconfig: cluster.kubeconfig }],
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
