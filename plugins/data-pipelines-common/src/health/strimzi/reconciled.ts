import { HealthReport } from '../../model/health';
import { Condition } from '../../resources/metadata';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import {
  conditionOf,
  holding,
  isBehind,
  StrimziObject,
  warnings,
} from './conditions';
import { operatorSays } from './operatorSays';
import { refusalOf } from './refusal';

const PAUSE = 'strimzi.io/pause-reconciliation';

/** How a kind is spoken of. */
export interface Wording {
  /** Such as `Kafka cluster`. */
  what: string;
  /** What to do where its operator refuses it. */
  nextStep: string;
  /** Seconds in which its operator takes up a change, without any roll. */
  takesUp: number;
}

/**
 * What the operator's conditions say, in both dialects: most kinds say
 * `NotReady=True`, topics `Ready=False`. Ready is the result of the last
 * reconciliation and says nothing of pods.
 */
export function reconciled(
  wording: Wording,
  object: StrimziObject,
  moment: Moment,
): HealthReport {
  const { what } = wording;
  const ready = conditionOf(object, 'Ready');
  const refused =
    holding(object, 'NotReady') ??
    (ready?.status === 'False' ? ready : undefined);
  const paused = holding(object, 'ReconciliationPaused');
  if (paused) return pausedReport(what, object, paused);
  if (refused?.reason === 'Creating') {
    return {
      health: 'Progressing',
      reason: 'Creating',
      message: `The ${what} is being made`,
      since: refused.lastTransitionTime,
    };
  }
  if (isBehind(object) && (refused || ready)) {
    return behind(wording, object, moment);
  }
  if (refused) {
    const { reason, nextStep = wording.nextStep } = refusalOf(refused);
    return {
      health: 'Degraded',
      reason,
      message: `The ${what} is not ready: ${operatorSays(refused)}`,
      nextStep,
      since: refused.lastTransitionTime,
    };
  }
  if (ready?.status === 'True') {
    return {
      health: 'Healthy',
      reason: 'Ready',
      message: `The ${what} is ready${warningsOf(object)}`,
      since: ready.lastTransitionTime,
    };
  }
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: `The operator reports no Ready condition of the ${what}`,
    nextStep: 'Look at the resource with kubectl.',
  };
}

/** The annotation is what is asked for; the condition goes a moment later. */
function pausedReport(
  what: string,
  { metadata }: StrimziObject,
  { lastTransitionTime }: Condition,
): HealthReport {
  return metadata.annotations[PAUSE] === 'true'
    ? {
        health: 'Suspended',
        reason: 'ReconciliationPaused',
        message: `Changes of the ${what} are paused on request`,
        nextStep: `Remove the annotation ${PAUSE} to go on.`,
        since: lastTransitionTime,
      }
    : {
        health: 'Progressing',
        reason: 'Resuming',
        message: `Changes of the ${what} are taken up again`,
      };
}

/** The operator's own word about an older spec is no news about this one. */
function behind(
  { what, takesUp }: Wording,
  { metadata }: StrimziObject,
  { now }: Moment,
): HealthReport {
  const since = metadata.written?.at;
  return secondsSince(since, now) > takesUp
    ? {
        health: 'Degraded',
        reason: 'OperatorSilent',
        message: `The ${what} was changed, and its operator has not taken that up`,
        nextStep: 'Check that the operator runs, and read its log.',
        since,
      }
    : {
        health: 'Progressing',
        reason: 'SpecChanged',
        message: `The ${what} was changed and is not taken up yet`,
        since,
      };
}

function warningsOf(object: StrimziObject): string {
  const all = warnings(object);
  if (all.length === 0) return '';
  const many =
    all.length > 1 ? `${all.length} warnings; the last` : 'a warning';
  return `, with ${many}: ${all.at(-1)}`;
}
