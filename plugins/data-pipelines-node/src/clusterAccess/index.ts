export type { AccessibleCluster, ClusterAccess } from './ClusterAccess';
export { clusterAccessServiceRef } from './clusterAccessServiceRef';
