import { Command, Option } from 'commander';
import { diffExitCode, PipelineDiff } from '../diff/pipelineDiff';
import { diffWithCluster } from '../diff/withCluster';
import { diffWithCommit } from '../diff/withCommit';
import { EXIT } from '../exitCodes';
import { findHelm } from '../helmBinary';
import { openPipeline } from '../pipeline/openPipeline';
import type { CommandContext } from '../program';
import { humanDiff } from '../report/humanDiff';
import { markdownDiff } from '../report/markdownDiff';
import { environmentOption, helmOption, outputOption } from './options';

const HELP = `
Objects are what Helm renders of both states. In the diff, keys are in
alphabetical order.

Examples:
  $ headworks diff                          the folder against the last commit
  $ headworks diff --base origin/main -e prod
  $ headworks diff --cluster -e dev         the folder against what runs now
  $ headworks diff -o json --exit-zero
  $ headworks diff --base origin/main -o markdown   for a pull request

--cluster reads the kubeconfig itself (tokens, certificates, credential
plugins) and asks the API server; kubectl is not needed. It compares the fields
that the chart sets now or that Helm's record of the release says it set; for
that, it may read the release's Secret. Hooks are left out.

Exit codes:
  0  no change
  1  a change that cannot be: it is refused, with the remedy
  2  wrong usage, or a state could not be rendered or read
  3  changes, none of them refused
`;

const REPORTS = {
  human: humanDiff,
  json: (diff: PipelineDiff) => `${JSON.stringify(diff, null, 2)}\n`,
  markdown: markdownDiff,
};

interface DiffOptions {
  base: string;
  cluster?: boolean;
  context?: string;
  environment?: string[];
  output: keyof typeof REPORTS;
  exitZero?: boolean;
  helm?: string;
}

/** `headworks diff` */
export function command({ terminal, exit }: CommandContext): Command {
  return new Command('diff')
    .argument('[directory]', 'the pipeline', '.')
    .option('-b, --base <ref>', 'the commit to compare with', 'HEAD')
    .addOption(
      new Option(
        '--cluster',
        "compare with what runs in the kubeconfig's current context",
      ).conflicts('base'),
    )
    .option('--context <name>', 'another context of the kubeconfig')
    .addOption(environmentOption())
    .addOption(outputOption(Object.keys(REPORTS)))
    .option('--exit-zero', 'exit code 0 whatever changes')
    .addOption(helmOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, options: DiffOptions) => {
      const helm = findHelm(options.helm);
      const pipeline = await openPipeline(directory);
      const diff = options.cluster
        ? await diffWithCluster({ ...options, terminal, helm, pipeline })
        : await diffWithCommit({ ...options, terminal, helm, pipeline });
      terminal.out(REPORTS[options.output](diff, terminal.colours));
      exit(options.exitZero ? EXIT.ok : diffExitCode(diff));
    });
}
