import {
  formField,
  LintFinding,
  LintSeverity,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Review } from '../answers';

/** Something that the review says, in the words of the wizard. */
export interface ReviewItem {
  key: string;
  severity: LintSeverity;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  remedy: string;
  /** Step and field, else what it is about. */
  where: string;
  /** Environments that it is said of; none where it is the form itself. */
  environments: string[];
  /** Of a finding; with it, a warning can be accepted. */
  about?: { rule: string; subject: string };
  /** Why a person accepted it. */
  accepted?: string;
}

/** Everything that a preview and the accepted findings say, the worst first. */
export function itemsOf(
  preview: Pick<PipelinePreview, 'problems' | 'environments'>,
  { accepted }: Review,
): ReviewItem[] {
  const problems = preview.problems.map(
    ({ path, problem, remedy }): ReviewItem => ({
      key: `${path} ${problem}`,
      severity: 'error',
      problem,
      remedy,
      where: path,
      environments: [],
    }),
  );
  const failures = preview.environments.flatMap(({ name, error }) =>
    error === undefined
      ? []
      : [
          {
            key: `helm ${name}`,
            severity: 'error' as const,
            problem: error,
            remedy: 'Change what Helm names',
            where: 'Helm renders nothing',
            environments: [name],
          },
        ],
  );
  const findings = new Map<string, ReviewItem>();
  for (const { name, findings: found } of preview.environments) {
    for (const finding of found) {
      const item = findingItem(finding, accepted);
      const known = findings.get(item.key) ?? item;
      known.environments.push(name);
      findings.set(item.key, known);
    }
  }
  return [...problems, ...failures, ...findings.values()];
}

/** What keeps the pipeline from being created. */
export function blockersOf(items: ReviewItem[]): ReviewItem[] {
  return items.filter(
    ({ severity, accepted }) => severity === 'error' && !accepted,
  );
}

function findingItem(
  finding: LintFinding,
  accepted: Review['accepted'],
): ReviewItem {
  const { rule, severity, problem, remedy, object, path, value } = finding;
  const subject = object ? `${object.kind}/${object.name}` : 'pipeline';
  return {
    key: [rule, subject, path, problem].join(' '),
    severity,
    problem,
    remedy,
    where: (value && formField(value)) ?? value ?? subject,
    environments: [],
    about: { rule, subject },
    // What a person just said holds before the backend has repeated it.
    accepted:
      severity === 'warning' ? accepted[rule]?.[subject] : finding.accepted,
  };
}
