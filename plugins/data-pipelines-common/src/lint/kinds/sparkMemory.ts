import { MEBIBYTE, memoryOf } from './flinkUnits';
import { SparkRun } from './spark';

export type SparkRole = 'driver' | 'executor';

/** Bytes of the JVM of a role; undefined where it is said in another way. */
export function heapOf({ properties }: SparkRun, role: SparkRole) {
  return memoryOf(withUnit(properties.get(`spark.${role}.memory`)));
}

/** Bytes beside the JVM, where somebody has said how much; undefined where Spark decides. */
export function overheadOf(run: SparkRun, role: SparkRole) {
  const { properties } = run;
  const said = memoryOf(
    withUnit(properties.get(`spark.${role}.memoryOverhead`)),
  );
  if (said !== undefined) return said;
  const factor =
    properties.get(`spark.${role}.memoryOverheadFactor`) ??
    properties.get('spark.kubernetes.memoryOverheadFactor');
  const heap = heapOf(run, role);
  return factor === undefined || heap === undefined
    ? undefined
    : Math.max(heap * Number(factor), 384 * MEBIBYTE);
}

/** A bare number counts mebibytes. */
function withUnit(text: string | undefined): string | undefined {
  return text && /^\d+$/.test(text) ? `${text}m` : text;
}
