import { LintSeverity } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  CheckFinding,
  CheckReport,
  countFindings,
} from '../check/checkFinding';
import { Colours } from '../terminal';

const MARKS: Record<LintSeverity, (colours: Colours) => string> = {
  error: ({ red }) => red('error'),
  warning: ({ yellow }) => yellow('warning'),
  info: ({ cyan }) => cyan('info'),
};

/** A report for a person: by environment, the worst first, and the sum at the end. */
export function humanReport(report: CheckReport, colours: Colours): string {
  const parts = report.environments.map(({ name, objects }) => {
    const findings = report.findings.filter(
      ({ environment }) => environment === name,
    );
    const head = `${colours.bold(`${report.pipeline} ${name}`)} ${colours.dim(
      `${objects} objects`,
    )}`;
    if (objects === 0 && findings.length === 0) {
      return `${head} ${colours.red('not rendered')}\n`;
    }
    return findings.length === 0
      ? `${head} ${colours.green('ok')}\n`
      : `${head}\n${findings.map(finding => lines(finding, colours)).join('')}`;
  });
  const everywhere = report.findings
    .filter(({ environment }) => environment === undefined)
    .map(finding => lines(finding, colours));
  return [...everywhere, ...parts, `${sum(report)}\n`].join('\n');
}

function lines(finding: CheckFinding, colours: Colours): string {
  const { severity, rule, object, value, problem, remedy, accepted } = finding;
  const what = object ? `${object.kind}/${object.name}` : value ?? '';
  const head = [
    MARKS[severity](colours),
    rule,
    ...(what ? [what] : []),
    colours.dim(`${finding.file}:${finding.line}`),
  ].join('  ');
  const end = accepted ? colours.dim(`accepted: ${accepted}`) : `→ ${remedy}`;
  return `  ${head}\n    ${indent(problem)}\n    ${indent(end)}\n`;
}

function indent(text: string): string {
  return text.trim().replace(/\n/g, '\n    ');
}

function sum({ findings, environments }: CheckReport): string {
  const { errors, warnings, infos, accepted } = countFindings(findings);
  return `${many(errors, 'error')}, ${many(
    warnings,
    'warning',
  )}, ${infos} to know, ${accepted} accepted, in ${many(
    environments.length,
    'environment',
  )}`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
