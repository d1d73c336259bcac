import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { eventAge, firstTime } from '../witness/events';
import { plainMessage } from '../witness/plainMessage';

/** The operator tries again, and says so again, within two minutes. */
const REPEATED = 150;

/** Why the operator does not get on; what it passes on from pods is not meant. */
const WARNINGS =
  /^(Error|ClusterDeploymentException|RestoreFailed|UpgradeFailed|RecoveryFailed|SavepointError|ValidationError|UnsupportedFlinkVersion|CleanupFailed)$/;

/**
 * What the operator warned of since it began with the specification of now. It
 * clears `status.error` while it tries again; its events stay.
 *
 * @param events - about the job's resource, the newest first
 */
export function operatorWarning(
  events: readonly ObjectEvent[],
  moment: Moment,
): { message: string; reason: string; since?: string } | undefined {
  const change = events.find(({ reason }) => reason === 'SpecChanged');
  const warning = events.find(
    event =>
      WARNINGS.test(event.reason ?? '') &&
      event.type !== 'Normal' &&
      eventAge(event, moment) < REPEATED,
  );
  if (!warning) return undefined;
  const since = firstTime(warning);
  if (change && before(warning, firstTime(change))) return undefined;
  return {
    message: plainMessage(sentence(warning.message)),
    reason: warning.reason ?? '',
    since,
  };
}

function before(event: ObjectEvent, time: string | undefined): boolean {
  return (
    Date.parse(event.lastTimestamp ?? event.eventTime ?? '') <
    Date.parse(time ?? '')
  );
}

/** Some of its events are JSON of a Java exception. */
function sentence(message: string | undefined): string | undefined {
  try {
    const parsed = JSON.parse(message ?? '') as { message?: unknown };
    return typeof parsed.message === 'string' ? parsed.message : message;
  } catch {
    return message;
  }
}
