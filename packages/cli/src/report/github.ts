import { LintSeverity } from '@headworks/backstage-plugin-data-pipelines-common';
import { CheckFinding, CheckReport } from '../check/checkFinding';

const COMMANDS: Record<LintSeverity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * Workflow commands of GitHub Actions: one annotation a finding, at its line.
 *
 * @param folder - of the pipeline in the repository, with a slash at its end; else empty
 */
export function githubReport({ findings }: CheckReport, folder = ''): string {
  return findings
    .filter(({ accepted }) => accepted === undefined)
    .map(finding => `${annotation(finding, folder)}\n`)
    .join('');
}

function annotation(finding: CheckFinding, folder: string): string {
  const { severity, rule, environment, problem, remedy } = finding;
  const title = environment ? `${rule} (${environment})` : rule;
  const properties = [
    `file=${property(folder + finding.file)}`,
    `line=${finding.line}`,
    `title=${property(title)}`,
  ].join(',');
  return `::${COMMANDS[severity]} ${properties}::${data(
    `${problem}; ${remedy}`,
  )}`;
}

/** A message may hold anything: what ends or parts a command is escaped. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
