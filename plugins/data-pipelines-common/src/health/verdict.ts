import { Health, HealthReport, Verdict } from '../model/health';

/**
 * Every health, worst first.
 *
 * @public
 */
export const HEALTHS: readonly Health[] = [
  'Degraded',
  'Missing',
  'Unknown',
  'Progressing',
  'Suspended',
  'Healthy',
];

/**
 * How bad a health is: 0 is the worst.
 *
 * @public
 */
export function severity(health: Health): number {
  return HEALTHS.indexOf(health);
}

/**
 * One part of a pipeline, for the verdict over all of them.
 *
 * @public
 */
export interface VerdictPart {
  entityRef: string;
  name: string;
  report: HealthReport;
  /** Entity refs of what it needs: the topics it reads, the job that writes it. */
  upstream: readonly string[];
}

/**
 * The verdict over the parts of a pipeline: the worst health, and as its cause
 * the failing part that no other failing part stands behind.
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
  const failing = parts.filter(part => part.report.health === health);
  if (health === 'Healthy') {
    return {
      health,
      reason: 'AllHealthy',
      message: 'All jobs and topics are healthy',
      since: latest(parts.map(part => part.report.since)),
    };
  }
  const cause = firstUpstream(failing, parts);
  const others = failing.length - 1;
  const { message, nextStep, reason, since } = cause.report;
  return {
    health,
    reason,
    message: `${cause.name}: ${message}${
      others > 0 ? ` (and ${others} more)` : ''
    }`,
    nextStep,
    since,
    cause: cause.entityRef,
  };
}

/**
 * The worst of the environments' verdicts, named by its environment where
 * there are several.
 *
 * @public
 */
export function worstVerdict(
  verdicts: ReadonlyArray<{ environment: string; verdict: Verdict }>,
): Verdict {
  const [first] = [...verdicts].sort(
    (a, b) => severity(a.verdict.health) - severity(b.verdict.health),
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
  return verdicts.length > 1
    ? { ...verdict, message: `${environment}: ${verdict.message}` }
    : verdict;
}

function firstUpstream(
  failing: readonly VerdictPart[],
  parts: readonly VerdictPart[],
): VerdictPart {
  const byRef = new Map(parts.map(part => [part.entityRef, part]));
  const failingRefs = new Set(failing.map(part => part.entityRef));
  const hasFailingUpstream = (start: VerdictPart): boolean => {
    const seen = new Set<string>([start.entityRef]);
    const next = [...start.upstream];
    for (let ref = next.pop(); ref !== undefined; ref = next.pop()) {
      if (seen.has(ref)) continue;
      seen.add(ref);
      if (failingRefs.has(ref)) return true;
      next.push(...(byRef.get(ref)?.upstream ?? []));
    }
    return false;
  };
  // In a loop everything stands behind everything: then any will do.
  return failing.find(part => !hasFailingUpstream(part)) ?? failing[0];
}

function latest(times: Array<string | undefined>): string | undefined {
  return times
    .filter((time): time is string => time !== undefined)
    .sort()
    .at(-1);
}
