import { Condition, ObjectMetadata } from '../../resources/metadata';

/** What every Strimzi kind has. */
export interface StrimziObject {
  metadata: ObjectMetadata;
  status?: { observedGeneration?: number; conditions?: Condition[] };
}

/** Whether the operator has written anything at all. */
export function isObserved({ status }: StrimziObject): boolean {
  return all({ status }).length > 0;
}

/** The first condition of a type, whatever its status. */
export function conditionOf(
  object: Pick<StrimziObject, 'status'>,
  type: string,
): Condition | undefined {
  return all(object).find(condition => condition.type === type);
}

/**
 * A condition that holds. Strimzi writes `True`, and `true` where a pod set
 * fails.
 */
export function holding(
  object: Pick<StrimziObject, 'status'>,
  type: string,
): Condition | undefined {
  return all(object).find(
    condition =>
      condition.type === type && /^true$/i.test(String(condition.status)),
  );
}

/**
 * What the operator warns of, the first sentence of each: several conditions
 * may have one type and one reason.
 */
export function warnings(object: Pick<StrimziObject, 'status'>): string[] {
  const messages = all(object)
    .filter(({ type, status }) => type === 'Warning' && status === 'True')
    .map(({ message, reason }) => message ?? reason ?? 'no reason given')
    .map(message => message.replace(/^(.*?\.) .*$/s, '$1'));
  return [...new Set(messages)];
}

/** Whether the operator still works on an older spec. */
export function isBehind({ metadata, status }: StrimziObject): boolean {
  return (status?.observedGeneration ?? 0) < (metadata.generation ?? 0);
}

function all({ status }: Pick<StrimziObject, 'status'>): Condition[] {
  const conditions: unknown = status?.conditions;
  return Array.isArray(conditions)
    ? conditions.filter(one => typeof one === 'object' && one !== null)
    : [];
}
