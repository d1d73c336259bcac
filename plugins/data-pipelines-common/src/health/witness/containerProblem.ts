import { HealthReport } from '../../model/health';
import { ContainerStatus } from '../../resources/pod';
import { Moment } from '../assess';
import { known as lookUp } from '../known';
import { secondsSince } from '../secondsSince';
import { plainMessage } from './plainMessage';
import { BY_WAITING_REASON } from './waitingReasons';

/** Kubernetes waits five minutes at most before it starts a container again. */
const LONGEST_BACKOFF = 330;
/** Seconds that a container must run well before its crashes are forgotten. */
const FORGIVEN = 120;
/** Ended with it: killed by the kernel, for memory. */
const OOM = 'OOMKilled';

/**
 * What is wrong with one container: that it cannot be made, that it crashes
 * again and again, that it ran out of memory. One crash is no more than
 * Progressing: many programs start at the second try.
 */
export function containerProblem(
  pod: string,
  container: ContainerStatus,
  moment: Moment,
): HealthReport | undefined {
  const { waiting, terminated } = container.state ?? {};
  const known = waiting && lookUp(BY_WAITING_REASON, waiting.reason);
  if (known) {
    const { subject, problem, nextStep } = known;
    return {
      health: 'Degraded',
      reason: waiting.reason!,
      message: `${subject(container.name, pod)} ${problem}${because(
        waiting.message,
      )}`,
      nextStep,
    };
  }
  if (terminated && !terminated.exitCode) return undefined;
  return crash(pod, container, moment);
}

function crash(
  pod: string,
  container: ContainerStatus,
  moment: Moment,
): HealthReport | undefined {
  const { name, state, lastState } = container;
  const last = state?.terminated ?? lastState?.terminated;
  if (!last || !last.exitCode) return undefined;
  const ago = secondsSince(last.finishedAt, moment.now);
  if (ago > (container.ready ? FORGIVEN : LONGEST_BACKOFF)) return undefined;
  const restarts = container.restartCount ?? 0;
  const crashes = restarts + (state?.terminated ? 1 : 0);
  const where = `Container ${name} in pod ${pod}`;
  if (last.reason === OOM && (crashes > 1 || !container.ready)) {
    return {
      health: 'Degraded',
      reason: OOM,
      message: `${where} needed more memory than its limit and was killed`,
      nextStep: 'Give it more memory in the values, then upgrade the release.',
      since: last.finishedAt,
    };
  }
  const end = `ended with exit code ${last.exitCode}${because(last.message)}`;
  if (crashes > (container.ready ? 2 : 1)) {
    return {
      health: 'Degraded',
      reason: 'CrashLoop',
      message: `${where} crashes again and again; it ${end}`,
      nextStep: `Read its log: kubectl logs ${pod} -c ${name} --previous.`,
      since: last.finishedAt,
    };
  }
  return container.ready
    ? undefined
    : {
        health: 'Progressing',
        reason: 'ContainerRestarting',
        message: `${where} ${end} and starts again`,
        nextStep: `If it ends again, read its log: kubectl logs ${pod} -c ${name} --previous.`,
        since: last.finishedAt,
      };
}

function because(message: string | undefined): string {
  return message ? `: ${plainMessage(message)}` : '';
}
