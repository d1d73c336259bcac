import { Condition } from '../../resources/metadata';
import { Waited, WaitedObject } from '../waiting';

/** Whether Strimzi's operator has taken a pause up, or its end (seen of 1.2.0). */
export function ofStrimzi(
  until: 'reconciliation-paused' | 'reconciliation-resumed',
  { status }: WaitedObject,
): Waited {
  const { conditions = [] } = (status ?? {}) as { conditions?: Condition[] };
  const isPaused = conditions.some(
    ({ type, status: says }) =>
      type === 'ReconciliationPaused' && says === 'True',
  );
  const reached =
    until === 'reconciliation-paused'
      ? isPaused
      : !isPaused && conditions.some(({ type }) => /^(Not)?Ready$/.test(type));
  return { state: reached ? 'reached' : 'waiting' };
}
