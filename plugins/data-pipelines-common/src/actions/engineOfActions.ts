import { ObjectRef } from '../model/views';

/** By group as well: two operators have a SparkApplication. */
const ACTIONABLE = [
  ['flink-standalone', /^apps\/v1 StatefulSet$/],
  ['flink', /^flink\.apache\.org\/\S+ Flink(Deployment|SessionJob)$/],
  ['spark', /^sparkoperator\.k8s\.io\/\S+ (Scheduled)?SparkApplication$/],
] as const;

/**
 * Whose actions there are for an object; undefined where there are none.
 *
 * @public
 */
export function engineOfActions({
  apiVersion,
  kind,
}: Pick<ObjectRef, 'apiVersion' | 'kind'>):
  | 'flink'
  | 'flink-standalone'
  | 'spark'
  | undefined {
  return ACTIONABLE.find(([, is]) => is.test(`${apiVersion} ${kind}`))?.[0];
}
