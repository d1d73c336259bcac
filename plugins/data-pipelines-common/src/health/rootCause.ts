import { HealthReport } from '../model/health';
import { severity } from './severity';

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
  /** Of a job. */
  engine?: 'flink' | 'spark';
}

/** What is behind the failing parts, and which of them it explains. */
export interface RootCause {
  part: VerdictPart;
  /** The failing parts that stand behind it. */
  affected: VerdictPart[];
}

/**
 * Of the failing parts, one that no other failing part stands behind, looking
 * through healthy ones, too. Of several: what the worst part stands behind,
 * then what the most stand behind, then what is the furthest upstream. In a
 * loop everything stands behind everything: then any will do.
 *
 * @param failing - at least one, all of them among the parts
 */
export function rootCause(
  failing: readonly VerdictPart[],
  parts: readonly VerdictPart[],
): RootCause {
  const byRef = new Map(parts.map(part => [part.entityRef, part]));
  const behind = new Map(
    failing.map(part => [part.entityRef, upstreamOf(part, byRef)]),
  );
  const standsBehind = (a: VerdictPart, b: VerdictPart) =>
    a !== b && behind.get(b.entityRef)?.has(a.entityRef) === true;
  const roots = failing
    .filter(part =>
      failing.every(
        other => !standsBehind(other, part) || standsBehind(part, other),
      ),
    )
    .map(part => {
      const affected = failing.filter(other => standsBehind(part, other));
      return {
        part,
        affected,
        worst: Math.min(
          ...[part, ...affected].map(one => severity(one.report.health)),
        ),
        depth: behind.get(part.entityRef)?.size ?? 0,
      };
    })
    .sort(
      (a, b) =>
        a.worst - b.worst ||
        b.affected.length - a.affected.length ||
        a.depth - b.depth,
    );
  return roots[0];
}

/** Entity refs of everything upstream, however far. */
function upstreamOf(
  start: VerdictPart,
  byRef: ReadonlyMap<string, VerdictPart>,
): Set<string> {
  const seen = new Set<string>();
  const next = [...start.upstream];
  for (let ref = next.pop(); ref !== undefined; ref = next.pop()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    next.push(...(byRef.get(ref)?.upstream ?? []));
  }
  return seen;
}
