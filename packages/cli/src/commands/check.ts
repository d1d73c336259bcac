import path from 'node:path';
import {
  LintProfile,
  RULES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Command, Option } from 'commander';
import { CheckReport, countFindings } from '../check/checkFinding';
import { checkPipeline } from '../check/checkPipeline';
import { EXIT } from '../exitCodes';
import { folderInRepository } from '../git/git';
import { findHelm } from '../helmBinary';
import { chooseEnvironments, openPipeline } from '../pipeline/openPipeline';
import type { CommandContext } from '../program';
import { githubReport } from '../report/github';
import { humanReport } from '../report/human';
import { sarifReport } from '../report/sarif';
import { VERSION } from '../version';
import { environmentOption, helmOption } from './options';

const HELP = `
Examples:
  $ headworks check
  $ headworks check pipelines/clickstream -e prod --strict
  $ headworks check -o sarif > headworks.sarif      for code scanning
  $ headworks check -o github                       annotations in GitHub Actions

A finding that is right as it is gets a reason, in the values:
  global.lint.accepted.<rule>.<Kind>/<name>: why

Exit codes:
  0  clean, or nothing worse than warnings
  1  errors (with --strict: or warnings)
  2  wrong usage, or the check could not run: no Helm, no such folder
`;

type Output = 'human' | 'json' | 'sarif' | 'github';

interface CheckOptions {
  environment?: string[];
  profile?: LintProfile;
  output: Output;
  strict?: boolean;
  helm?: string;
}

/** `headworks check` */
export function command({ terminal, exit }: CommandContext): Command {
  return new Command('check')
    .argument('[directory]', 'the pipeline', '.')
    .addOption(environmentOption())
    .addOption(
      new Option(
        '-p, --profile <name>',
        'how strict (else what the values say)',
      ).choices(['dev', 'prod', 'regulated']),
    )
    .addOption(
      new Option('-o, --output <format>', 'how to say it')
        .choices(['human', 'json', 'sarif', 'github'])
        .default('human'),
    )
    .option('--strict', 'warnings fail, too')
    .addOption(helmOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, options: CheckOptions) => {
      const pipeline = await openPipeline(directory);
      const report = await checkPipeline({
        pipeline,
        environments: chooseEnvironments(pipeline, options.environment),
        helm: findHelm(options.helm),
        profile: options.profile,
        onProgress: terminal.progress,
      });
      const folder = await folderInRepository(path.resolve(directory));
      const written: Record<Output, () => string> = {
        human: () => humanReport(report, terminal.colours),
        json: () => `${JSON.stringify(report, null, 2)}\n`,
        sarif: () =>
          sarifReport({ report, version: VERSION, rules: RULES, folder }),
        github: () => githubReport(report, folder),
      };
      terminal.out(written[options.output]());
      exit(exitCode(report, options.strict));
    });
}

function exitCode({ findings }: CheckReport, strict = false): number {
  const { errors, warnings } = countFindings(findings);
  return errors > 0 || (strict && warnings > 0) ? EXIT.found : EXIT.ok;
}
