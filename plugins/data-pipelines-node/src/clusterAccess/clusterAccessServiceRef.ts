import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ClusterAccess } from './ClusterAccess';
import { ProxyClusterAccess } from './ProxyClusterAccess';

/**
 * Access to the clusters of `@backstage/plugin-kubernetes-backend`; through
 * its proxy unless replaced.
 *
 * @public
 */
export const clusterAccessServiceRef = createServiceRef<ClusterAccess>({
  id: 'data-pipelines.cluster-access',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new ProxyClusterAccess(deps),
    }),
});
