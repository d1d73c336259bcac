import { LintSeverity } from '@headworks/backstage-plugin-data-pipelines-common';
import { CheckFinding, CheckReport } from '../check/checkFinding';

const LEVELS: Record<LintSeverity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const HOME = 'https://github.com/headworks/headworks';

/** What the report says of a rule beside its id. */
export interface RuleText {
  id: string;
  summary: string;
  why: string;
}

/**
 * SARIF 2.1.0, for code scanning.
 *
 * @param rules - those that are there; one without a finding is named as well
 * @param folder - of the pipeline in the repository, with a slash at its end; else empty
 */
export function sarifReport(options: {
  report: CheckReport;
  version: string;
  rules: readonly RuleText[];
  folder?: string;
}): string {
  const { report, version, folder = '' } = options;
  const rules = describe(options.rules, report.findings);
  const results = report.findings.map(finding =>
    result(
      finding,
      rules.findIndex(({ id }) => id === finding.rule),
      folder,
    ),
  );
  const driver = {
    name: 'headworks',
    version,
    informationUri: HOME,
    rules,
  };
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

function describe(
  rules: readonly RuleText[],
  findings: readonly CheckFinding[],
) {
  const ids = rules.map(({ id }) => id);
  const others = [...new Set(findings.map(({ rule }) => rule))]
    .filter(id => !ids.includes(id))
    .map(id => ({ id }));
  const described = rules.map(({ id, summary, why }) => ({
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    helpUri: `${HOME}/blob/main/docs/reference/rules/${id}.md`,
  }));
  return [...described, ...others];
}

function result(finding: CheckFinding, ruleIndex: number, folder: string) {
  const { environment, object, accepted } = finding;
  const where = environment ? `${environment}: ` : '';
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: `${where}${finding.problem}; ${finding.remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: encodeURI(folder + finding.file),
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: finding.line },
        },
        ...(object && {
          logicalLocations: [
            {
              fullyQualifiedName: `${object.kind}/${object.name}`,
              kind: 'object',
            },
          ],
        }),
      },
    ],
    // The same finding on another line is the same finding.
    partialFingerprints: {
      'headworks/v1': [
        finding.rule,
        environment ?? '',
        object ? `${object.kind}/${object.name}` : '',
        finding.path ?? '',
        finding.value ?? '',
      ].join('|'),
    },
    ...(accepted && {
      suppressions: [{ kind: 'inSource', justification: accepted }],
    }),
  };
}
