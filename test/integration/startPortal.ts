import path from 'node:path';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Cluster } from '../cluster/cluster';

/** A part of a backend. */
export type Feature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/** What is configured beside what every portal has. */
interface PortalConfig extends JsonObject {
  backend: JsonObject;
  dataPipelines?: JsonObject;
}

/** What a portal has to know of the cluster that it shows, and where its pipelines are. */
interface Shown {
  home: string;
  cluster: Pick<Cluster, 'url' | 'caData' | 'readToken' | 'writeToken'>;
}

/** Catalog, Kubernetes plugin and ours, as a portal has them. */
export async function startPortal(
  { cluster, home }: Shown,
  permissions: Feature,
  options: {
    write: boolean;
    /** Whose entities the catalog has. */
    samples?: string[];
    features?: Feature[];
    config?: PortalConfig;
  } = { write: true },
): Promise<TestBackend> {
  const { url, caData } = cluster;
  const {
    features = [],
    config = { backend: {}, dataPipelines: {} },
    samples = ['clickstream', 'payments'],
  } = options;
  return startTestBackend({
    features: [
      permissions,
      ...features,
      actionsRegistryServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          ...config,
          backend: {
            actions: { pluginSources: ['data-pipelines'] },
            database: { client: 'better-sqlite3', connection: ':memory:' },
            ...config.backend,
          },
          catalog: {
            rules: [{ allow: ['Component', 'Resource'] }],
            locations: samples.map(name => ({
              type: 'file',
              target: path.join(home, name, 'catalog-info.yaml'),
            })),
          },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'playground',
                    url,
                    caData,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: cluster.readToken,
                  },
                ],
              },
            ],
          },
          dataPipelines: {
            ...config.dataPipelines,
            clusters: options.write
              ? [
                  {
                    name: 'playground',
                    write: { url, caData, token: cluster.writeToken },
                  },
                ]
              : [],
          },
        },
      }),
      import('@backstage/plugin-catalog-backend'),
      import('@backstage/plugin-kubernetes-backend'),
      import('@backstage/plugin-signals-backend'),
      import('@headworks/backstage-plugin-data-pipelines-backend'),
      import(
        '@headworks/backstage-plugin-catalog-backend-module-data-pipelines'
      ),
    ],
  });
}
