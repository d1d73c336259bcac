import { HealthReport } from '../../model/health';
import { SparkApplication } from '../../resources/spark';
import { secondsSince } from '../secondsSince';

/** Attempts after which starting again is no accident any more. */
const LOOP = 3;
/** Seconds after which an attempt counts as one that works. */
const WORKS = 300;

/** Between two attempts: nothing runs, and the last one failed. */
export function retry({
  spec,
  status,
}: SparkApplication): HealthReport | undefined {
  const attempts = status?.executionAttempts ?? 0;
  const policy = spec?.restartPolicy;
  // A changed spec counts attempts anew, `Always` runs again after success, too.
  if (attempts === 0 || policy?.type !== 'OnFailure') return undefined;
  const all = (policy.onFailureRetries ?? 0) + 1;
  return {
    health: 'Degraded',
    reason: 'Retrying',
    message: `Attempt ${attempts} of ${all} failed; the next one starts soon`,
    nextStep: "Read the driver's log of the next attempt while its pod exists.",
  };
}

/** True while the application is started again and again. */
export function isRestartLoop(
  { spec, status }: SparkApplication,
  now: Date,
): boolean {
  const policy = spec?.restartPolicy?.type;
  const started = status?.lastSubmissionAttemptTime;
  return (
    (status?.executionAttempts ?? 0) >= LOOP &&
    (policy === 'OnFailure' || policy === 'Always') &&
    started !== undefined &&
    started !== null &&
    secondsSince(started, now) < WORKS
  );
}

/** What to say of it. */
export function restartLoop({ status }: SparkApplication): HealthReport {
  return {
    health: 'Degraded',
    reason: 'RestartLoop',
    message: `The application is started again and again: this is attempt ${status?.executionAttempts}`,
    nextStep: "Read the driver's log: it says why it ends.",
  };
}
