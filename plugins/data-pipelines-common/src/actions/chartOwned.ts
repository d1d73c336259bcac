import { ManagedFields } from '../resources/rawObject';

/** Field managers that bring a chart's objects into a cluster. */
const DELIVERERS = new Set([
  'argocd-controller',
  'helm',
  'helm-controller',
  'kustomize-controller',
]);

/**
 * The leaves of a merge patch that whoever installs the chart has written, such
 * as `spec.job.state`: changed live, the next upgrade undoes them or fails on
 * them.
 */
export function chartOwned(
  patch: object,
  managedFields: readonly ManagedFields[] = [],
): string[] {
  const owned = managedFields.filter(
    ({ manager, subresource }) => !subresource && DELIVERERS.has(manager ?? ''),
  );
  return leavesOf(patch)
    .filter(path => owned.some(({ fieldsV1 }) => holds(fieldsV1, path)))
    .map(path => path.join('.'));
}

function leavesOf(value: unknown, at: string[] = []): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, below]) =>
        leavesOf(below, [...at, key]),
      )
    : [at];
}

function holds(fields: unknown, path: readonly string[]): boolean {
  const end = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Reflect.get(at, `f:${key}`)
        : undefined,
    fields,
  );
  return end !== undefined;
}
