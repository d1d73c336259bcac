import { FlinkDeployment } from './flinkDeployment';

/**
 * What operator 1.15.0 writes in place of a path where the records of high
 * availability say what a job starts from (ApplicationReconciler), so that a
 * start without them fails. It is the path of nothing.
 */
export const LAST_STATE = 'KUBERNETES_OPERATOR_LAST_STATE';

/**
 * Where the state lies that the operator last took from a job or gave to one;
 * undefined where the operator itself names no path.
 *
 * @public
 */
export function upgradePathOf({
  status,
}: Pick<FlinkDeployment, 'status'>): string | undefined {
  const path = status?.jobStatus?.upgradeSavepointPath;
  return path && path !== LAST_STATE ? path : undefined;
}
