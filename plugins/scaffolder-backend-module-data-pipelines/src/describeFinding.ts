import {
  formField,
  LintFinding,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A finding in one line, at the form's field where one decides it. */
export function describeFinding(finding: LintFinding): string {
  const { rule, severity, object, path, value, problem, remedy } = finding;
  const where = object ? `${object.kind}/${object.name}` : 'pipeline';
  const field = value && formField(value);
  const at = field ?? [where, path].filter(Boolean).join(' ');
  const accepted = finding.accepted ? `, accepted: ${finding.accepted}` : '';
  return `${at}: ${problem}; ${remedy} (${severity} ${rule} of ${where}${accepted})`;
}
