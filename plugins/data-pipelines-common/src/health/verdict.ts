import { Health, HealthReport, Verdict } from '../model/health';
import { RootCause, rootCause, VerdictPart } from './rootCause';
import { HEALTHS, severity } from './severity';

/** What is broken explains what fails behind it; what only waits does not. */
const BROKEN: readonly Health[] = ['Degraded', 'Missing'];

/** Named at most in a sentence. */
const NAMED = 2;

/**
 * The verdict over the parts of a pipeline: the worst health, and as its cause
 * the broken part that no other broken part stands behind: the Kafka cluster
 * that is down, not the job that therefore fails louder.
 *
 * @public
 */
export function verdictOf(parts: readonly VerdictPart[]): Verdict {
  if (parts.length === 0) {
    return {
      health: 'Unknown',
      reason: 'Empty',
      message: 'The pipeline declares no jobs and no topics',
      nextStep: 'Add jobs and topics to its values and its catalog-info.yaml.',
    };
  }
  const worst = Math.min(...parts.map(part => severity(part.report.health)));
  const health = HEALTHS[worst];
  if (health === 'Healthy') return healthy(parts);
  const alike = BROKEN.includes(health) ? BROKEN : [health];
  const failing = parts.filter(part => alike.includes(part.report.health));
  const cause = rootCause(failing, parts);
  const { message, nextStep, reason, since } = cause.part.report;
  return {
    health,
    reason,
    message: `${cause.part.name}: ${message}${besides(cause, failing.length)}`,
    nextStep,
    since,
    cause: cause.part.entityRef,
  };
}

/**
 * The worst of the environments' verdicts, named by its environment where
 * there are several. Of equal ones the first that is not stale.
 *
 * @public
 */
export function worstVerdict(
  verdicts: ReadonlyArray<{ environment: string; verdict: Verdict }>,
): Verdict {
  const [first, ...others] = [...verdicts].sort(
    (a, b) =>
      severity(a.verdict.health) - severity(b.verdict.health) ||
      Number(a.verdict.stale ?? false) - Number(b.verdict.stale ?? false),
  );
  if (!first) {
    return {
      health: 'Unknown',
      reason: 'NoEnvironment',
      message: 'The pipeline declares no environment',
      nextStep:
        'Add the annotation headworks.dev/environments to its catalog-info.yaml.',
    };
  }
  const { environment, verdict } = first;
  if (others.length === 0) return verdict;
  if (verdict.health === 'Healthy') {
    const all = verdicts.map(one => one.verdict);
    // Nobody knows whether what is not seen is still well.
    const stale = all.some(one => one.stale) || undefined;
    return { ...verdict, since: latest(all), stale };
  }
  const too = others
    .filter(other => other.verdict.health === verdict.health)
    .map(other => other.environment);
  return {
    ...verdict,
    message: `${environment}: ${verdict.message}${
      too.length > 0 ? `; ${listed(too)}, too` : ''
    }`,
  };
}

function healthy(parts: readonly VerdictPart[]): Verdict {
  const since = latest(parts.map(part => part.report));
  const jobs = parts.filter(part => part.engine !== undefined);
  const finished =
    jobs.length > 0 && jobs.every(job => job.report.reason === 'Completed');
  return finished
    ? {
        health: 'Healthy',
        reason: 'Completed',
        message: 'All jobs have finished their work',
        since,
      }
    : {
        health: 'Healthy',
        reason: 'AllHealthy',
        message: 'All jobs and topics are healthy',
        since,
      };
}

/** What else is wrong, in as few words as say it. */
function besides({ part, affected }: RootCause, failing: number): string {
  const explained = BROKEN.includes(part.report.health) ? affected : [];
  const others = failing - 1 - explained.length;
  const words = [
    explained.length > 0 &&
      `affects ${listed(explained.map(({ name }) => name))}`,
    others > 0 && `and ${others} more`,
  ].filter(word => word !== false);
  return words.length > 0 ? ` (${words.join('; ')})` : '';
}

/** `a`, `a and b`, `a, b and 3 more`. */
function listed(names: readonly string[]): string {
  const named = names.slice(0, NAMED);
  const rest = names.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  return named.join(' and ');
}

function latest(reports: readonly HealthReport[]): string | undefined {
  return reports
    .flatMap(({ since }) => since ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
