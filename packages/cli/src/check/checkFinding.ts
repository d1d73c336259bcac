import {
  LintSeverity,
  ObjectIdentity,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** One thing that a check says, with the place in the repository to look at. */
export interface CheckFinding {
  /** Absent where it is the same in every environment. */
  environment?: string;
  severity: LintSeverity;
  /** Id of the rule; `values` and `render` for what comes before the rules. */
  rule: string;
  problem: string;
  remedy: string;
  /** The value that decides it, such as `flink.jobs.sum.parallelism`. */
  value?: string;
  object?: ObjectIdentity;
  /** Where in the object. */
  path?: string;
  /** Why somebody accepted it; then it never blocks. */
  accepted?: string;
  /** Relative to the repository. */
  file: string;
  /** From 1. */
  line: number;
}

/** What a check of a repository found. */
export interface CheckReport {
  pipeline: string;
  environments: Array<{ name: string; objects: number }>;
  findings: CheckFinding[];
}

/** What blocks, what a person should look at, and what somebody accepted. */
export function countFindings(findings: readonly CheckFinding[]) {
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const of = (severity: LintSeverity) =>
    open.filter(finding => finding.severity === severity).length;
  return {
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    accepted: findings.length - open.length,
  };
}
