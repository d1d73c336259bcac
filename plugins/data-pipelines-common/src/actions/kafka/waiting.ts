import { Condition } from '../../resources/metadata';
import { Waited, WaitedObject } from '../waiting';
import { RESTART } from './annotate';

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

/**
 * Whether Strimzi's operator has had a connector restarted: it takes the
 * annotation away. Where Connect refuses it warns and tries again
 * (AbstractConnectOperator of Strimzi, maybeRestartConnector).
 */
export function ofConnectorRestart({ metadata, status }: WaitedObject): Waited {
  if (!metadata.annotations?.[RESTART]) return { state: 'reached' };
  const { conditions = [] } = (status ?? {}) as { conditions?: Condition[] };
  const warning = conditions.find(
    ({ reason }) => reason === 'RestartConnector',
  );
  return {
    state: 'waiting',
    sentence:
      warning?.message ?? 'The Strimzi operator has not restarted it yet.',
  };
}
