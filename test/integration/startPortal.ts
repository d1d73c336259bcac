import path from 'node:path';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { World } from './world';

type Feature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/** Catalog, Kubernetes plugin and ours, as a portal has them. */
export async function startPortal(
  { cluster, home }: World,
  permissions: Feature,
  options: { write: boolean } = { write: true },
): Promise<TestBackend> {
  const { url, caData } = cluster;
  return startTestBackend({
    features: [
      permissions,
      actionsRegistryServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            actions: { pluginSources: ['data-pipelines'] },
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            rules: [{ allow: ['Component', 'Resource'] }],
            locations: ['clickstream', 'payments'].map(name => ({
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
